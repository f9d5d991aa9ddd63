import { and, eq, inArray } from "drizzle-orm";
import { messages, outbox, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { type OutState, stateRank } from "./types";

const below = (state: OutState) =>
  (Object.keys(stateRank) as OutState[]).filter((s) => stateRank[s] < stateRank[state]);

/**
 * Moves an outgoing text forward, never back, and takes it out of the line. False when it was already
 * further: a receipt that came late or twice changes nothing.
 */
export async function advance(
  tx: Ctx,
  message: { threadId: string; messageId: string },
  to: Exclude<OutState, "queued" | "sending">,
  reason: string | null = null,
): Promise<boolean> {
  const isFinal = stateRank[to] > stateRank.submitted;
  const arrived = to === "submitted" || to === "delivered";
  const [row] = await tx.db
    .select({ submittedAt: messages.submittedAt })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, message.threadId),
        eq(messages.id, message.messageId),
        inArray(messages.state, below(to)),
      ),
    )
    .limit(1)
    .for("update");
  if (!row) return false;
  await tx.db
    .update(messages)
    .set({
      state: to,
      reason,
      submittedAt: row.submittedAt ?? (arrived ? tx.now : null),
      finalAt: isFinal ? tx.now : null,
    })
    .where(and(eq(messages.threadId, message.threadId), eq(messages.id, message.messageId)));
  await tx.db.delete(outbox).where(eq(outbox.messageId, message.messageId));
  await announce(tx, message);
  return true;
}

export async function announce(tx: Ctx, message: { threadId: string; messageId: string }): Promise<void> {
  const [thread] = await tx.db
    .select({ programId: threads.programId })
    .from(threads)
    .where(eq(threads.id, message.threadId))
    .limit(1);
  if (thread) await record(tx, { kind: "message.changed", programId: thread.programId, ...message });
}
