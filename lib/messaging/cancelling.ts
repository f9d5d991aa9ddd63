import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { messages, outbox } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { advance, type MessageRef } from "./message-state";
import type { CancelReason } from "./types";

/**
 * Takes a text out of the line that has not begun to leave; false when it has. The sending loop locks the same row and
 * passes over it while we hold it, as we do over those that it is starting: of the two exactly one has the text.
 */
export async function cancelText(tx: Ctx, text: MessageRef, reason: CancelReason): Promise<boolean> {
  const [held] = await tx.db
    .select({ messageId: outbox.messageId })
    .from(outbox)
    .innerJoin(messages, and(eq(messages.threadId, outbox.threadId), eq(messages.id, outbox.messageId)))
    .where(
      and(
        eq(outbox.messageId, text.messageId),
        eq(outbox.threadId, text.threadId),
        eq(outbox.sending, false),
        // Once a call was made, "not sent" could be untrue, even where it waits in the line again.
        isNull(messages.startedAt),
      ),
    )
    .limit(1)
    .for("update", { of: outbox, skipLocked: true });
  return held ? advance(tx, text, "cancelled", reason) : false;
}

export interface HeldText extends MessageRef {
  dueAt: Date;
}

/** Replies in these conversations whose time to leave has not come: an undo is open, or they wait for the morning. */
export async function heldReplies(
  ctx: Ctx,
  { threadIds, senderIds }: { threadIds: string[]; senderIds: string[] },
): Promise<HeldText[]> {
  if (threadIds.length === 0) return [];
  return (
    ctx.db
      .select({ messageId: outbox.messageId, threadId: outbox.threadId, dueAt: outbox.dueAt })
      .from(outbox)
      // By the line's own index: a hundred thousand texts may wait in it, of which few are held replies.
      .where(
        and(
          inArray(outbox.senderId, [...new Set(senderIds)]),
          eq(outbox.lane, "reply"),
          eq(outbox.sending, false),
          gt(outbox.dueAt, ctx.now),
          inArray(outbox.threadId, threadIds),
          eq(outbox.purpose, "reply"),
          eq(outbox.tries, 0),
        ),
      )
      .orderBy(asc(outbox.dueAt), asc(outbox.messageId))
      .limit(100)
  );
}
