import { and, eq } from "drizzle-orm";
import { messages, senders, stopSuggestions, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { recordStop } from "@/lib/messaging/stop";
import { decideSuggestion } from "@/lib/messaging/stop-suggestion";
import { answerAll, isConfirmed } from "./automatic-answer";
import type { StopDecisionInput } from "./inputs";
import { lockThread } from "./thread-reach";

/**
 * The nurse reads the text as a request to stop: the number is stopped, and the patient gets the one confirmation.
 * The conversation goes on waiting, because the text may say more. Throws Conflict when it was decided meanwhile.
 */
export async function confirmStop(ctx: Ctx, { threadId, messageId }: StopDecisionInput): Promise<void> {
  authorize(ctx, "stop.decide");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    const { programId, senderId, phoneId } = thread;
    const decided = await decideSuggestion(tx, { threadId, messageId, phoneId }, "stop");
    if (!decided) throw await whyDecided(tx, { threadId, messageId });
    const stopped = await recordStop(tx, { phoneId, source: "wording", messageId });
    if (stopped && isConfirmed(tx, await textOf(tx, { threadId, messageId })))
      await answerAll(tx, [{ kind: "stop_confirmation", programId, senderId, phoneId, language: undefined }]);
    await record(tx, { kind: "thread.changed", programId, threadId });
  });
}

/** The nurse reads it otherwise: texts may go on. Throws Conflict when it was decided meanwhile. */
export async function rejectStop(ctx: Ctx, { threadId, messageId }: StopDecisionInput): Promise<void> {
  authorize(ctx, "stop.decide");
  await inTransaction(ctx, async (tx) => {
    const { programId, phoneId } = await lockThread(tx, threadId);
    const decided = await decideSuggestion(tx, { threadId, messageId, phoneId }, "no_stop");
    if (!decided) throw await whyDecided(tx, { threadId, messageId });
    await audit(tx, "stop.declined", { programId, threadId, messageId, ...decided });
    await record(
      tx,
      { kind: "thread.changed", programId, threadId },
      { kind: "stop.changed", programId, threadId },
    );
  });
}

async function textOf(tx: Ctx, { threadId, messageId }: StopDecisionInput) {
  const [text] = await tx.db
    .select({ saidAt: messages.createdAt, networkConfirmsStop: senders.networkConfirmsStop })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .innerJoin(senders, eq(senders.id, threads.senderId))
    .where(and(eq(messages.threadId, threadId), eq(messages.id, messageId)))
    .limit(1);
  if (!text) throw new NotFound();
  return text;
}

async function whyDecided(tx: Ctx, { threadId, messageId }: StopDecisionInput): Promise<Conflict | NotFound> {
  const [row] = await tx.db
    .select({ decision: stopSuggestions.decision, by: users.name })
    .from(stopSuggestions)
    .leftJoin(users, eq(users.id, stopSuggestions.decidedBy))
    .where(and(eq(stopSuggestions.threadId, threadId), eq(stopSuggestions.messageId, messageId)))
    .limit(1);
  if (!row) return new NotFound();
  const who = row.by ?? "Somebody";
  if (row.decision === "stop") return new Conflict(`${who} stopped texts to this number already.`);
  if (row.decision === "no_stop")
    return new Conflict(`${who} decided already that this is not a request to stop.`);
  return new Conflict("Texts to this number were stopped meanwhile. There is nothing left to decide.");
}
