import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf, texts, uuids } from "@/db/client";
import { threads, waits } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import { type Ctx, userIdOf } from "@/lib/context";
import { newId } from "@/lib/ids";
import { recordEvent } from "./event";

export interface NewWait {
  threadId: string;
  programId: string;
  since: Date;
}

/**
 * These patients wait for a person, since their first text here unless they waited already: the oldest
 * unanswered text counts. What was closed is open again, and what was put off is back.
 */
export async function startWaiting(tx: Ctx, asked: NewWait[]): Promise<void> {
  const first = new Map<string, NewWait>();
  for (const wait of asked) if (!first.has(wait.threadId)) first.set(wait.threadId, wait);
  if (first.size === 0) return;
  const list = [...first.values()];
  const rows = await rowsOf<{ id: string; began: boolean; woken: boolean }>(
    tx.db,
    sql`with asked as (
          select * from unnest(${uuids(list.map((w) => w.threadId))}, ${texts(list.map((w) => w.since.toISOString()))}::timestamptz[])
            as a(id, since)),
        before as (
          select t.id, t.waiting_since is null as began, t.snoozed_until is not null as woken,
            t.waiting_since is null or t.closed_at is not null or t.snoozed_until is not null as changes
          from threads t join asked using (id) order by t.phone_id, t.sender_id for update of t)
        update threads t
        set waiting_since = coalesce(t.waiting_since, a.since), closed_at = null, disposition = null,
            snoozed_until = null, snoozed_by = null
        from asked a join before b using (id)
        where t.id = a.id and b.changes
        returning t.id, b.began, b.woken`,
  );
  const began = new Set(rows.flatMap((row) => (row.began ? [row.id] : [])));
  const starting = list.filter((wait) => began.has(wait.threadId));
  if (starting.length > 0) await tx.db.insert(waits).values(starting.map((w) => ({ id: newId(), ...w })));
  for (const { id: threadId } of rows.filter((row) => row.woken)) {
    await recordEvent(tx, threadId, { kind: "woken", details: { by: "text" } });
    await audit(tx, "thread.woken", { programId: first.get(threadId)?.programId ?? null, threadId });
  }
}

/** A person has dealt with it. Nothing happens when nobody waited. */
export async function endWaiting(
  tx: Ctx,
  threadId: string,
  ending: "reply" | "outside" | "closed",
): Promise<void> {
  await tx.db.update(threads).set({ waitingSince: null }).where(eq(threads.id, threadId));
  await tx.db
    .update(waits)
    .set({ endedAt: tx.now, endedBy: userIdOf(tx), ending })
    .where(and(eq(waits.threadId, threadId), isNull(waits.endedAt)));
}
