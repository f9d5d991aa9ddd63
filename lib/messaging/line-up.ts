import { inArray, sql } from "drizzle-orm";
import { at, integers, rowsOf, texts, uuids } from "@/db/client";
import { outbox } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { advanceAll, announce, type MessageRef } from "./message-state";
import { laneOf, purposes } from "./types";

// A text goes back to the line: by itself where the carrier certainly does not have it, else by a person's act.

/** A text that may be tried again. `counts` unless the failure says nothing about the text itself. */
export interface LaterText extends MessageRef {
  code: string;
  counts: boolean;
  atLeastSeconds?: number;
}

const triesAllowed = 12;
const bulkPurposes = purposes.filter((purpose) => laneOf(purpose) === "bulk");

/** Back to queued, later each time; after the last try it is refused for good. */
export async function lineUpLater(tx: Ctx, again: LaterText[]): Promise<void> {
  if (again.length === 0) return;
  const rows = await tx.db
    .select({ messageId: outbox.messageId, tries: outbox.tries })
    .from(outbox)
    .where(
      inArray(
        outbox.messageId,
        again.map((text) => text.messageId),
      ),
    )
    .orderBy(outbox.messageId)
    .for("update");
  const tries = new Map(rows.map((row) => [row.messageId, row.tries]));
  const going = again.filter(
    (text) => (tries.get(text.messageId) ?? triesAllowed) < triesAllowed || !text.counts,
  );
  const left = again.filter((text) => !going.includes(text));
  await advanceAll(
    tx,
    left.map((text) => ({ ...text, to: "rejected", reason: text.code })),
  );
  const waits = going.map((text) =>
    Math.round(1_000 * Math.max(backOffSeconds(tries.get(text.messageId) ?? 1), text.atLeastSeconds ?? 0)),
  );
  await tx.db.execute(
    sql`update outbox o
        set sending = false, tries = o.tries - a.free, due_at = ${at(tx.now)} + make_interval(secs => a.wait / 1000.0)
        from unnest(${uuids(going.map((t) => t.messageId))}, ${integers(waits)},
                    ${integers(going.map((t) => (t.counts ? 0 : 1)))}) as a(id, wait, free)
        where o.message_id = a.id`,
  );
  await tx.db.execute(
    sql`update messages m set state = 'queued'
        from unnest(${uuids(going.map((t) => t.threadId))}, ${uuids(going.map((t) => t.messageId))}) as a(thread_id, id)
        where m.thread_id = a.thread_id and m.id = a.id and m.state = 'sending'`,
  );
}

/** Full jitter: anywhere up to a second, doubled with each try, at most five minutes. */
const backOffSeconds = (tries: number) => Math.random() * Math.min(300, 2 ** Math.max(0, tries - 1));

/**
 * Lines texts up that had left it, those still in state `from` only; answers which. A receipt for an earlier
 * attempt that arrives meanwhile takes them out again.
 */
export async function queueAgain(
  tx: Ctx,
  messages: MessageRef[],
  from: "unknown" | "rejected",
  dueAt: Date,
): Promise<MessageRef[]> {
  if (messages.length === 0) return [];
  const rows = await rowsOf<{ thread_id: string; message_id: string }>(
    tx.db,
    sql`with again as (
          update messages m set state = 'queued', reason = null, final_at = null
          from unnest(${uuids(messages.map((m) => m.threadId))}, ${uuids(messages.map((m) => m.messageId))}) as a(thread_id, id)
          where m.thread_id = a.thread_id and m.id = a.id and m.direction = 'out' and m.state = ${from}
          returning m.*)
        insert into outbox (message_id, thread_id, sender_id, phone_id, program_id, patient_id, send_group_id,
                            purpose, lane, segments, due_at)
        select a.id, a.thread_id, t.sender_id, t.phone_id, t.program_id, a.patient_id, a.send_group_id,
               a.purpose, case when a.purpose = any (${texts(bulkPurposes)}) then 'bulk' else 'reply' end, a.segments, ${at(dueAt)}
        from again a join threads t on t.id = a.thread_id
        returning thread_id, message_id`,
  );
  const queued = rows.map((row) => ({ threadId: row.thread_id, messageId: row.message_id }));
  await announce(tx, queued);
  return queued;
}
