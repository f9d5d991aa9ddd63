import { and, eq, inArray, isNull } from "drizzle-orm";
import { patientPhones, patients, programs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { readInbound } from "@/lib/messaging/carrier-event";
import { fileWaitingEvents } from "@/lib/messaging/filing";
import { type InboundText, type PlacedText, placeInbound } from "@/lib/messaging/inbound";
import { queueTexts } from "@/lib/messaging/outbox";
import { standardText } from "@/lib/messaging/standard-texts";
import { recordStop, undoStop } from "@/lib/messaging/stop";
import { startWaiting } from "./waiting";

/** Files up to `limit` texts in the order in which they came, with all that follows from them; how many. */
export async function fileInboundTexts(ctx: Ctx, limit = 50): Promise<number> {
  return fileWaitingEvents(ctx, "inbound", limit, readInbound, fileBatch);
}

async function fileBatch(tx: Ctx, texts: InboundText[]): Promise<Map<string, string>> {
  const { placed, problems } = await placeInbound(tx, texts);
  // A keyword is answered by itself; every other text waits for a person, and reopens what was closed.
  await startWaiting(
    tx,
    placed.flatMap(({ keyword, threadId, programId, receivedAt }) =>
      keyword ? [] : [{ threadId, programId, since: receivedAt }],
    ),
  );
  const answers: Answer[] = [];
  for (const text of placed) {
    const kind = await actOn(tx, text);
    if (kind) answers.push({ text, kind });
  }
  await answerAll(tx, answers);
  await record(
    tx,
    ...placed.map(({ programId, threadId, messageId }) => ({
      kind: "inbound.filed" as const,
      ...{ programId, threadId, messageId },
    })),
  );
  return problems;
}

const fiveMinutes = 5 * 60_000;

interface Answer {
  text: PlacedText;
  kind: "stop_confirmation" | "help_reply";
}

/** What a keyword does at once, in order: law 1. Answers how it is to be answered. */
async function actOn(tx: Ctx, text: PlacedText): Promise<Answer["kind"] | null> {
  const { phoneId, messageId, receivedAt } = text;
  switch (text.keyword?.kind) {
    case "stop": {
      const stopped = await recordStop(tx, { phoneId, source: "keyword", messageId }, receivedAt);
      // 47 CFR 64.1200(a)(12): a confirmation is one within five minutes of the STOP, and then comes too late.
      const inTime = tx.now.getTime() - receivedAt.getTime() <= fiveMinutes;
      return stopped && inTime && !text.sender.networkConfirmsStop ? "stop_confirmation" : null;
    }
    case "help":
      return "help_reply";
    case "start":
      await undoStop(tx, { phoneId, messageId }, receivedAt);
      return null;
    default:
      return null;
  }
}

async function answerAll(tx: Ctx, answers: Answer[]): Promise<void> {
  if (answers.length === 0) return;
  const programIds = [...new Set(answers.map(({ text }) => text.programId))];
  const rows = await tx.db
    .select({ id: programs.id, brand: programs.brand })
    .from(programs)
    .where(inArray(programs.id, programIds))
    .limit(programIds.length);
  const brands = new Map(rows.map((row) => [row.id, row.brand]));
  const languages = await languagesOn(
    tx,
    answers.map(({ text }) => text.phoneId),
  );
  await queueTexts(
    tx,
    answers.map(({ text, kind }) => ({
      programId: text.programId,
      senderId: text.sender.id,
      phoneId: text.phoneId,
      patientId: null,
      purpose: kind,
      body: standardText(
        kind,
        languageOf(text, languages.get(text.phoneId)),
        brands.get(text.programId) ?? "",
      ),
    })),
  );
}

/** The keyword's own language; an English word may come from anybody, so then the patients' if they share one. */
function languageOf({ keyword }: PlacedText, spoken: Set<string> = new Set()): string {
  if (keyword && keyword.language !== "en") return keyword.language;
  const [only, ...more] = spoken;
  return only && more.length === 0 ? only : "en";
}

async function languagesOn(tx: Ctx, phoneIds: string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.db
    .selectDistinct({ phoneId: patientPhones.phoneId, language: patients.language })
    .from(patientPhones)
    .innerJoin(patients, eq(patients.id, patientPhones.patientId))
    .where(and(inArray(patientPhones.phoneId, phoneIds), isNull(patientPhones.validUntil)))
    .limit(10 * phoneIds.length);
  const byPhone = new Map<string, Set<string>>();
  for (const { phoneId, language } of rows)
    byPhone.set(phoneId, (byPhone.get(phoneId) ?? new Set()).add(language));
  return byPhone;
}
