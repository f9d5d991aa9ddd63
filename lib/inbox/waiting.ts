import { and, eq, isNull, or, sql } from "drizzle-orm";
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

/** A person has dealt with it. Nothing happens when nobody waited. `replyId`: the reply that ends it, which may be taken back. */
export async function endWaiting(
  tx: Ctx,
  threadId: string,
  ending: "reply" | "outside" | "closed",
  replyId: string | null = null,
): Promise<void> {
  await tx.db.update(threads).set({ waitingSince: null }).where(eq(threads.id, threadId));
  await tx.db
    .update(waits)
    .set({ endedAt: tx.now, endedBy: userIdOf(tx), ending, replyId })
    .where(and(eq(waits.threadId, threadId), isNull(waits.endedAt)));
}

/**
 * The reply never left: the wait that it ended goes on from where it was, as urgent as it was, and what was closed as
 * answered is open. Nothing happens where the patient waits already, or where somebody closed it for another reason.
 */
export async function resumeWaiting(tx: Ctx, threadId: string, replyId: string): Promise<void> {
  const isAnswered = or(isNull(threads.closedAt), eq(threads.disposition, "answered"));
  const [open] = await tx.db
    .select({ waitingSince: threads.waitingSince })
    .from(threads)
    .where(and(eq(threads.id, threadId), isAnswered))
    .limit(1)
    .for("update");
  if (!open) return;
  await tx.db.update(threads).set({ closedAt: null, disposition: null }).where(eq(threads.id, threadId));
  if (open.waitingSince) return;
  const [wait] = await tx.db
    .update(waits)
    .set({ endedAt: null, endedBy: null, ending: null, replyId: null })
    .where(and(eq(waits.replyId, replyId), eq(waits.threadId, threadId)))
    .returning({ since: waits.since, priority: waits.priority });
  if (!wait) return;
  await tx.db
    .update(threads)
    .set({ waitingSince: wait.since, priority: sql`least(${threads.priority}, ${wait.priority})` })
    .where(eq(threads.id, threadId));
}
