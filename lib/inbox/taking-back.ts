import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction, userIdOf } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { cancelText, heldReplies } from "@/lib/messaging/cancelling";
import type { PlacedText } from "@/lib/messaging/inbound";
import type { MessageRef } from "@/lib/messaging/message-state";
import type { CancelReason } from "@/lib/messaging/types";
import { open } from "@/lib/phi/seal";
import { bringBack } from "./draft";
import { recordEvent } from "./event";
import type { TakeBackInput } from "./inputs";
import { lockThread } from "./thread-reach";
import type { SavedDraft } from "./types-sending";
import { resumeWaiting } from "./waiting";

/**
 * A reply that has not begun to leave never does: its words are a draft of its writer's again, and the patient waits
 * on as before. Answers the draft, or null where somebody else wrote it. Throws Conflict when it leaves already.
 */
export async function takeBackReply(
  ctx: Ctx,
  { threadId, messageId }: TakeBackInput,
): Promise<SavedDraft | null> {
  authorize(ctx, "thread.reply");
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const { programId } = await lockThread(tx, threadId);
    const reply = await replyOf(tx, { threadId, messageId });
    if (!reply) throw new NotFound();
    const draft = await callBack(tx, { programId, ...reply }, "taken_back");
    if (!draft)
      throw new Conflict(
        "This reply is leaving or has left already: it cannot be taken back. Write another one if something is to be put right.",
      );
    return reply.authorId === userId ? draft : null;
  });
}

/** What nurses wrote before they could know of these texts does not leave, where it has not begun to. */
export async function stopRepliesTo(tx: Ctx, texts: PlacedText[]): Promise<void> {
  const programs = new Map(texts.map(({ threadId, programId }) => [threadId, programId]));
  const held = await heldReplies(tx, {
    threadIds: [...programs.keys()],
    senderIds: texts.map(({ sender }) => sender.id),
  });
  for (const { threadId, messageId } of held) {
    const reply = await replyOf(tx, { threadId, messageId });
    const programId = programs.get(threadId);
    if (reply && programId) await callBack(tx, { programId, ...reply }, "newer_text");
  }
}

type Reply = NonNullable<Awaited<ReturnType<typeof replyOf>>>;

/** Undefined when it leaves already. */
async function callBack(
  tx: Ctx,
  { programId, threadId, messageId, authorId, patientId, body }: Reply & { programId: string },
  reason: CancelReason,
): Promise<SavedDraft | undefined> {
  if (!(await cancelText(tx, { threadId, messageId }, reason))) return undefined;
  await resumeWaiting(tx, threadId, messageId);
  const draft = await bringBack(tx, { userId: authorId, threadId, body, patientId });
  await recordEvent(tx, threadId, { kind: userIdOf(tx) ? "taken_back" : "reply_stopped" });
  await audit(tx, "message.taken-back", { programId, threadId, messageId, reason });
  await record(tx, { kind: "thread.changed", programId, threadId });
  return draft;
}

async function replyOf(tx: Ctx, { threadId, messageId }: MessageRef) {
  const [row] = await tx.db
    .select({ body: messages.body, patientId: messages.patientId, authorId: messages.authorId })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.id, messageId), eq(messages.purpose, "reply")))
    .limit(1);
  if (!row?.authorId) return undefined;
  const { authorId, patientId } = row;
  return { threadId, messageId, authorId, patientId, body: open("messages.body", messageId, row.body) };
}
