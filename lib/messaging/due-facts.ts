import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { log, trace } from "@/lib/log";
import { open } from "@/lib/phi/seal";
import type { GateFacts } from "./gate";
import { type GateFactsRow, gateFactsOf, readFacts } from "./gate-facts";

/** What the gate asks about a text that is due, and what the carrier needs to send it. */
export type DueFacts = GateFacts & { e164: string; text: string };

type Row = GateFactsRow & { key: string; body: Buffer };

/** Facts of these texts, read in the transaction that would start them. One that cannot be opened is left out. */
export async function factsOf(tx: Ctx, messageIds: string[]): Promise<Map<string, DueFacts>> {
  const due = sql`(
    select o.message_id as key, o.phone_id, o.patient_id, o.program_id, o.send_group_id, o.purpose,
      m.created_at as queued_at, m.body
    from outbox o join messages m on m.thread_id = o.thread_id and m.id = o.message_id
    where o.message_id = any (${uuids(messageIds)}))`;
  const rows = await rowsOf<Row>(
    tx.db,
    sql`with due as materialized ${due}
        select facts.*, due.body from ${gateFactsOf(tx, sql`due`)} facts join due on due.key = facts.key`,
  );
  return new Map(
    rows.flatMap((row) => {
      const facts = openFacts(row);
      return facts ? [[row.key, facts]] : [];
    }),
  );
}

/** One that cannot be opened (a key is missing, the row was altered) must not hold up those behind it. */
function openFacts(row: Row): DueFacts | undefined {
  try {
    return { ...readFacts(row), text: open("messages.body", row.key, row.body) };
  } catch (error) {
    log.error("a text in the line cannot be opened", { messageId: row.key, ...trace(error) });
    return undefined;
  }
}
