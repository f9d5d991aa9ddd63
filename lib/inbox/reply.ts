import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { messages, outbox, replyKeys } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { queueTexts } from "@/lib/messaging/outbox";
import { hasUndecided } from "@/lib/messaging/stop-suggestion";
import { theirTime } from "@/lib/messaging/their-time";
import { requestDigest } from "@/lib/phi/blind-index";
import { claimThread } from "./claim";
import { closeThread } from "./closing";
import { dropDraft, requirePatient } from "./draft";
import type { NewReply } from "./inputs";
import { lockThread, stoppedAtOf } from "./thread-reach";
import { priorityOf } from "./types";
import { type TakenReply, undoSeconds } from "./types-sending";
import { endWaiting } from "./waiting";

/**
 * A nurse answers; it leaves when it can no longer be taken back, and in an emergency at once. The same key again gives
 * the same text, not a second one. Throws Blocked after STOP and while nobody has decided whether a text was one, and
 * Conflict when a newer text has come, or somebody else has answered or holds the conversation.
 */
export async function replyToThread(ctx: Ctx, input: NewReply): Promise<TakenReply> {
  authorize(ctx, "thread.reply");
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    const request = requestDigest(JSON.stringify([input.threadId, input.patientId, input.body]));
    const earlier = await earlierReply(tx, input.key, userId, request);
    if (earlier) return earlier;

    await requireCurrent(tx, thread, input);
    if (input.patientId) await requirePatient(tx, thread.programId, input.patientId);
    await claimThread(tx, { threadId: thread.id });

    const dueAt = await leavesAt(tx, thread, input.inTheirHours ?? false);
    const [queued] = await queueTexts(tx, [
      {
        programId: thread.programId,
        senderId: thread.senderId,
        phoneId: thread.phoneId,
        patientId: input.patientId,
        purpose: "reply",
        body: input.body,
        authorId: userId,
        dueAt,
      },
    ]);
    if (!queued) throw new Error("A reply was not queued.");
    const { messageId } = queued;
    await tx.db.insert(replyKeys).values({ key: input.key, userId, request, messageId, createdAt: tx.now });
    await dropDraft(tx, { userId, threadId: thread.id, draftId: input.draftId ?? null, body: input.body });
    await endWaiting(tx, thread.id, "reply", messageId);
    await audit(tx, "message.replied", { programId: thread.programId, threadId: thread.id, messageId });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId: thread.id });
    if (input.close)
      await closeThread(tx, { threadId: thread.id, seen: input.seen, disposition: input.close });
    return takenReply(tx, messageId, dueAt);
  });
}

type Thread = Awaited<ReturnType<typeof lockThread>>;

/** What the nurse had before her is still how things stand. */
async function requireCurrent(tx: Ctx, thread: Thread, { seen, seenReply = null }: NewReply): Promise<void> {
  if (await stoppedAtOf(tx, thread.phoneId))
    throw new Blocked(
      "The patient stopped texts to this number: no one can text it. Your words are kept here; call instead.",
    );
  if (thread.lastInboundId !== seen)
    throw new Conflict("A newer text has come since you began. Read it first; your words are kept.");
  const answered = await newestReplyOfOthers(tx, thread.id, thread.lastInboundId);
  if (answered && answered !== seenReply)
    throw new Conflict("Somebody else has answered meanwhile. Read it first; your words are kept.");
  if (await hasUndecided(tx, thread.id))
    throw new Blocked("Decide first whether the patient asks us to stop. Your words are kept here.");
}

/** The newest reply that somebody other than the caller wrote since the patient's last text; null: none. */
export async function newestReplyOfOthers(
  ctx: Ctx,
  threadId: string,
  since: string | null,
): Promise<string | null> {
  authorize(ctx, "thread.read");
  const [row] = await ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        since ? gt(messages.id, since) : undefined,
        eq(messages.purpose, "reply"),
        ne(messages.authorId, ctx.actor.userId),
        ne(messages.state, "cancelled"),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(1);
  return row?.id ?? null;
}

async function leavesAt(tx: Ctx, thread: Thread, inTheirHours: boolean): Promise<Date> {
  const soon = new Date(tx.now.getTime() + undoSeconds * 1_000);
  if (inTheirHours) return (await theirTime(tx, thread)).opensAt ?? soon;
  return priorityOf(thread.priority) === "emergency" ? tx.now : soon;
}

const takenReply = (tx: Ctx, messageId: string, dueAt: Date): TakenReply => ({
  messageId,
  dueAt: dueAt.toISOString(),
  heldFor: Math.max(0, dueAt.getTime() - tx.now.getTime()),
});

async function earlierReply(
  tx: Ctx,
  key: string,
  userId: string,
  request: Buffer,
): Promise<TakenReply | undefined> {
  const [row] = await tx.db
    .select({
      userId: replyKeys.userId,
      request: replyKeys.request,
      messageId: replyKeys.messageId,
      /** Null once it has left the line. */
      dueAt: sql<string | null>`${outbox.dueAt}`,
    })
    .from(replyKeys)
    .leftJoin(outbox, eq(outbox.messageId, replyKeys.messageId))
    .where(eq(replyKeys.key, key))
    .limit(1);
  if (!row) return undefined;
  if (row.userId !== userId || !row.request.equals(request))
    throw new Conflict(
      "This reply was sent already with other words. Look at the conversation before you send again.",
    );
  return takenReply(tx, row.messageId, row.dueAt ? new Date(row.dueAt) : tx.now);
}
