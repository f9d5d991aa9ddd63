import { and, eq } from "drizzle-orm";
import { programPatients, replyKeys } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { queueTexts } from "@/lib/messaging/outbox";
import { hasUndecided } from "@/lib/messaging/stop-suggestion";
import { requestDigest } from "@/lib/phi/blind-index";
import { claimThread } from "./claim";
import type { ReplyInput } from "./inputs";
import { lockThread, stoppedAtOf } from "./thread-reach";
import { endWaiting } from "./waiting";

/**
 * A nurse answers. The same key again gives the same text, not a second one. Throws Blocked after STOP and while
 * nobody has decided whether a text was one, and Conflict when a newer text has come or somebody else holds the conversation.
 */
export async function replyToThread(ctx: Ctx, input: ReplyInput): Promise<{ messageId: string }> {
  authorize(ctx, "thread.reply");
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    const request = requestDigest(JSON.stringify([input.threadId, input.patientId, input.body]));
    const earlier = await earlierReply(tx, input.key, userId, request);
    if (earlier) return { messageId: earlier };

    if (await stoppedAtOf(tx, thread.phoneId))
      throw new Blocked(
        "The patient stopped texts to this number: no one can text it. Your words are kept here; call instead.",
      );
    if (thread.lastInboundId !== input.seen)
      throw new Conflict("A newer text has come since you began. Read it first; your words are kept.");
    if (await hasUndecided(tx, thread.id))
      throw new Blocked("Decide first whether the patient asks us to stop. Your words are kept here.");
    if (input.patientId) await requirePatient(tx, thread.programId, input.patientId);
    await claimThread(tx, { threadId: thread.id });

    const [queued] = await queueTexts(tx, [
      {
        programId: thread.programId,
        senderId: thread.senderId,
        phoneId: thread.phoneId,
        patientId: input.patientId,
        purpose: "reply",
        body: input.body,
        authorId: userId,
      },
    ]);
    if (!queued) throw new Error("A reply was not queued.");
    await tx.db
      .insert(replyKeys)
      .values({ key: input.key, userId, request, messageId: queued.messageId, createdAt: tx.now });
    await endWaiting(tx, thread.id, "reply");
    await audit(tx, "message.replied", {
      programId: thread.programId,
      threadId: thread.id,
      messageId: queued.messageId,
    });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId: thread.id });
    return { messageId: queued.messageId };
  });
}

async function earlierReply(
  tx: Ctx,
  key: string,
  userId: string,
  request: Buffer,
): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ userId: replyKeys.userId, request: replyKeys.request, messageId: replyKeys.messageId })
    .from(replyKeys)
    .where(eq(replyKeys.key, key))
    .limit(1);
  if (!row) return undefined;
  if (row.userId !== userId || !row.request.equals(request))
    throw new Conflict(
      "This reply was sent already with other words. Look at the conversation before you send again.",
    );
  return row.messageId;
}

async function requirePatient(tx: Ctx, programId: string, patientId: string): Promise<void> {
  const [row] = await tx.db
    .select({ patientId: programPatients.patientId })
    .from(programPatients)
    .where(and(eq(programPatients.programId, programId), eq(programPatients.patientId, patientId)))
    .limit(1);
  if (!row) throw new NotFound();
}
