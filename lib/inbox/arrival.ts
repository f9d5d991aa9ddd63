import { and, desc, eq, lt, sql } from "drizzle-orm";
import { uuids } from "@/db/client";
import { messages } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { readInbound } from "@/lib/messaging/carrier-event";
import { fileWaitingEvents } from "@/lib/messaging/filing";
import { type InboundText, type PlacedText, placeInbound } from "@/lib/messaging/inbound";
import { isAlsoAnswer } from "@/lib/messaging/keyword";
import type { StandardText } from "@/lib/messaging/standard-texts";
import { recordStop, undoStop } from "@/lib/messaging/stop";
import { suggestStop } from "@/lib/messaging/stop-suggestion";
import { answerAfterHours } from "./after-hours";
import { raiseAlerts } from "./alert";
import { type AutomaticAnswer, answerAll, isConfirmed } from "./automatic-answer";
import { isEmergency, raiseFlags, readForFlags } from "./flagging";
import { stopRepliesTo } from "./taking-back";
import { stoppedAtOf } from "./thread-reach";
import { startWaiting } from "./waiting";

/** Files up to `limit` texts in the order in which they came, with all that follows from them; how many. */
export async function fileInboundTexts(ctx: Ctx, limit = 50): Promise<number> {
  return fileWaitingEvents(ctx, "inbound", limit, readInbound, fileBatch);
}

async function fileBatch(tx: Ctx, texts: InboundText[]): Promise<Map<string, string>> {
  const { placed, problems } = await placeInbound(tx, texts);
  const flagged = await readForFlags(tx, placed);
  const emergencies = placed.filter(({ messageId }) => isEmergency(flagged.get(messageId)));
  const acting = placed.filter(({ keyword, suggestion }) => keyword || suggestion);
  await lockPhones(
    tx,
    [...acting, ...emergencies].map(({ phoneId }) => phoneId),
  );
  const answers: AutomaticAnswer[] = [];
  const waiting: PlacedText[] = [];
  for (const text of placed) {
    const { answer, waits } = await actOn(tx, text);
    if (answer) answers.push(answerTo(text, answer));
    // Whatever else it is: with STOP and an emergency in one text, a person has to call.
    if (waits || flagged.has(text.messageId)) waiting.push(text);
  }
  await stopRepliesTo(tx, waiting);
  // What was not dealt with by itself waits for a person, and reopens what was closed.
  await startWaiting(
    tx,
    waiting.map(({ threadId, programId, receivedAt }) => ({ threadId, programId, since: receivedAt })),
  );
  await raiseFlags(tx, waiting, flagged);
  await answerAll(tx, answers);
  await raiseAlerts(tx, emergencies);
  // An emergency has an answer of its own, at any hour.
  await answerAfterHours(
    tx,
    waiting.filter((text) => !emergencies.includes(text)),
  );
  await record(
    tx,
    ...placed.map(({ programId, threadId, messageId }) => ({
      kind: "inbound.filed" as const,
      ...{ programId, threadId, messageId },
    })),
  );
  return problems;
}

/** In the one order in which phones are locked everywhere: their texts come in any. */
async function lockPhones(tx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.execute(sql`select 1 from phones where id = any (${uuids(ids)}) order by id for no key update`);
}

interface Outcome {
  answer: StandardText | null;
  waits: boolean;
}

/** What a text does at once, in the order of texts: law 1. Answers how it is answered, or that a person is to. */
async function actOn(tx: Ctx, text: PlacedText): Promise<Outcome> {
  const { phoneId, messageId, receivedAt, suggestion } = text;
  switch (text.keyword?.kind) {
    case "stop": {
      const stopped = await recordStop(tx, { phoneId, source: "keyword", messageId }, receivedAt);
      const confirmed = isConfirmed(tx, { ...text.sender, saidAt: receivedAt });
      const waits = isAlsoAnswer(text.keyword) && (await followsReply(tx, text));
      return { answer: stopped && confirmed ? "stop_confirmation" : null, waits };
    }
    case "help":
      // Somebody in pain may write just that: it is answered, and a person looks too.
      return { answer: "help_reply", waits: true };
    case "start": {
      if (await undoStop(tx, { phoneId, messageId }, receivedAt))
        return { answer: "start_confirmation", waits: false };
      // No stop was there to undo. Texts may be off for another reason, such as no consent, so "texts are on"
      // could be untrue: a person looks. Where a later STOP stands, that is the patient's last word.
      return { answer: null, waits: (await stoppedAtOf(tx, phoneId)) === null };
    }
    default:
      if (suggestion) await weigh(tx, text, suggestion);
      return { answer: null, waits: true };
  }
}

/** Outreach waits for a nurse's decision from now on, which those who look at the patient are told. */
async function weigh(
  tx: Ctx,
  text: PlacedText,
  suggestion: NonNullable<PlacedText["suggestion"]>,
): Promise<void> {
  const { phoneId, messageId, threadId, programId, receivedAt } = text;
  if (await suggestStop(tx, text, suggestion))
    await record(tx, { kind: "stop.changed", programId, threadId });
  // To a number that is stopped it is the same said again: from that day on, and an older form undoes it no more.
  else await recordStop(tx, { phoneId, source: "wording", messageId }, receivedAt);
}

const answersWithin = 24 * 3_600_000;

/** Whether the last text before this one was a nurse's, of the last day: "cancel" may be the answer to it. */
async function followsReply(tx: Ctx, { threadId, messageId, receivedAt }: PlacedText): Promise<boolean> {
  const [before] = await tx.db
    .select({ purpose: messages.purpose, createdAt: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), lt(messages.id, messageId)))
    .orderBy(desc(messages.id))
    .limit(1);
  return before?.purpose === "reply" && receivedAt.getTime() - before.createdAt.getTime() <= answersWithin;
}

const answerTo = ({ programId, phoneId, sender, keyword }: PlacedText, kind: StandardText) => ({
  ...{ kind, programId, phoneId, senderId: sender.id },
  language: keyword?.language,
});
