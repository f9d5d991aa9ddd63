import { inArray, sql } from "drizzle-orm";
import { at, flags, rowsOf, texts, uuids } from "@/db/client";
import { outbox, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { type OutState, stateRank } from "./types";

export interface MessageRef {
  threadId: string;
  messageId: string;
}

export interface Step extends MessageRef {
  to: Exclude<OutState, "queued" | "sending">;
  reason?: string | null;
}

/**
 * Moves outgoing texts forward, never back, and takes them out of the line. Answers which moved: one that was
 * already further is left as it is, because receipts come late, twice and in any order.
 */
export async function advanceAll(tx: Ctx, steps: Step[]): Promise<Set<string>> {
  const furthest = new Map<string, Step>();
  for (const step of steps) {
    const known = furthest.get(step.messageId);
    if (!known || stateRank[step.to] > stateRank[known.to]) furthest.set(step.messageId, step);
  }
  if (furthest.size === 0) return new Set();

  const rows = await lockInOrder(tx, [...furthest.values()]);
  const moving = rows.flatMap((row) => {
    const step = furthest.get(row.id);
    return step && stateRank[row.state as OutState] < stateRank[step.to] ? [step] : [];
  });
  if (moving.length === 0) return new Set();

  const ids = moving.map((step) => step.messageId);
  await tx.db.execute(
    sql`update messages m
        set state = s.state, reason = s.reason,
            submitted_at = coalesce(m.submitted_at, case when s.arrived then ${at(tx.now)} end),
            final_at = case when s.final then ${at(tx.now)} end
        from unnest(${uuids(moving.map((s) => s.threadId))}, ${uuids(ids)}, ${texts(moving.map((s) => s.to))},
                    ${texts(moving.map((s) => s.reason ?? null))}, ${flags(moving.map((s) => hasArrived(s.to)))},
                    ${flags(moving.map((s) => isFinal(s.to)))}) as s(thread_id, id, state, reason, arrived, final)
        where m.thread_id = s.thread_id and m.id = s.id`,
  );
  await tx.db.delete(outbox).where(inArray(outbox.messageId, ids));
  await announce(tx, moving);
  return new Set(ids);
}

/** One text; false when it was already further. */
export async function advance(
  tx: Ctx,
  message: MessageRef,
  to: Step["to"],
  reason: string | null = null,
): Promise<boolean> {
  return (await advanceAll(tx, [{ ...message, to, reason }])).size > 0;
}

/** Tells the pages that these texts changed. */
export async function announce(tx: Ctx, changed: MessageRef[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = await tx.db
    .select({ threadId: threads.id, programId: threads.programId })
    .from(threads)
    .where(inArray(threads.id, [...new Set(changed.map((m) => m.threadId))]));
  const programs = new Map(rows.map((row) => [row.threadId, row.programId]));
  await record(
    tx,
    ...changed.flatMap(({ threadId, messageId }) => {
      const programId = programs.get(threadId);
      return programId ? [{ kind: "message.changed" as const, programId, threadId, messageId }] : [];
    }),
  );
}

const hasArrived = (state: OutState) => state === "submitted" || state === "delivered";
const isFinal = (state: OutState) => stateRank[state] > stateRank.submitted;

// In one order everywhere: two batches that share texts wait for each other instead of deadlocking.
async function lockInOrder(tx: Ctx, steps: MessageRef[]): Promise<{ id: string; state: string }[]> {
  return rowsOf<{ id: string; state: string }>(
    tx.db,
    sql`select m.id, m.state from messages m
        join unnest(${uuids(steps.map((s) => s.threadId))}, ${uuids(steps.map((s) => s.messageId))}) as s(thread_id, id)
          on m.thread_id = s.thread_id and m.id = s.id
        where m.direction = 'out'
        order by m.thread_id, m.id
        for update of m`,
  );
}
