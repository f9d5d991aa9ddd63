import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/ids";
import type { ReadEvent } from "./filing";
import type { MessageRef } from "./message-state";
import type { StatusPayload } from "./vonage/payload";

export type Receipt = ReadEvent<StatusPayload>;

export interface KnownAttempt extends MessageRef {
  id: string;
  /** Whether a receipt said that the carrier refused it after all, and the text went back to the line. */
  refusedLater: boolean;
}

const refusedLater = "refused_later";

/** By our own reference, which the carrier echoes; where it does not, by the carrier's id. */
export async function attemptsBehind(tx: Ctx, receipts: Receipt[]) {
  const refOf = ({ said }: Receipt) =>
    said.client_ref && isId(said.client_ref) ? said.client_ref.toLowerCase() : undefined;
  const refs = receipts.flatMap((receipt) => refOf(receipt) ?? []);
  const byRef = await attemptsWhere(tx, "id", refs);
  const rest = receipts.filter((receipt) => !byRef.has(refOf(receipt) ?? ""));
  const byCarrierId = await attemptsWhere(
    tx,
    "carrier_id",
    rest.map((receipt) => receipt.carrierId),
  );
  return (receipt: Receipt) => byRef.get(refOf(receipt) ?? "") ?? byCarrierId.get(receipt.carrierId);
}

async function attemptsWhere(tx: Ctx, column: "id" | "carrier_id", values: string[]) {
  if (values.length === 0) return new Map<string, KnownAttempt>();
  const rows = await rowsOf<{
    key: string;
    id: string;
    thread_id: string;
    message_id: string;
    outcome: string | null;
  }>(
    tx.db,
    sql`select ${sql.identifier(column)} as key, id, thread_id, message_id, outcome from attempts
        where ${sql.identifier(column)} = any (${uuids([...new Set(values)])})`,
  );
  return new Map(
    rows.map((r) => [
      r.key,
      { id: r.id, threadId: r.thread_id, messageId: r.message_id, refusedLater: r.outcome === refusedLater },
    ]),
  );
}

/**
 * A receipt proves that the carrier had it, whatever our own call came to; the first carrier's id stays.
 * In one order everywhere: the sending side settles attempts as well.
 */
export async function settleByReceipt(
  tx: Ctx,
  told: { attempt: KnownAttempt; carrierId: string }[],
): Promise<void> {
  const byAttempt = new Map(told.map((it) => [it.attempt.id, it.carrierId]));
  const ids = [...byAttempt.keys()].sort();
  await tx.db.execute(sql`select 1 from attempts where id = any (${uuids(ids)}) order by id for update`);
  await tx.db.execute(
    sql`update attempts a
        set settled_at = coalesce(a.settled_at, clock_timestamp()), outcome = 'accepted',
            carrier_id = coalesce(a.carrier_id, s.carrier_id)
        from unnest(${uuids(ids)}, ${uuids(ids.map((id) => byAttempt.get(id) ?? id))}) as s(id, carrier_id)
        where a.id = s.id and a.outcome is distinct from ${refusedLater}
          and (a.outcome is distinct from 'accepted' or a.carrier_id is null)`,
  );
}

/** The newest attempt of each of these texts, and how many there were. */
export async function latestAttempts(tx: Ctx, refusals: MessageRef[]) {
  if (refusals.length === 0) return new Map<string, { id: string; count: number }>();
  const rows = await rowsOf<{ message_id: string; latest: string; count: number }>(
    tx.db,
    sql`select message_id, (array_agg(id order by started_at desc))[1] as latest, count(*)::int as count
        from attempts where message_id = any (${uuids([...new Set(refusals.map((it) => it.messageId))])})
        group by message_id`,
  );
  return new Map(rows.map((row) => [row.message_id, { id: row.latest, count: row.count }]));
}

export async function markRefusedLater(tx: Ctx, attemptIds: string[]): Promise<void> {
  if (attemptIds.length === 0) return;
  await tx.db.execute(
    sql`update attempts set outcome = ${refusedLater} where id = any (${uuids(attemptIds)})`,
  );
}
