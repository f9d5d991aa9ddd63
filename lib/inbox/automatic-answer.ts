import { and, eq, inArray, isNull } from "drizzle-orm";
import { patientPhones, patients, programs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { queueTexts } from "@/lib/messaging/outbox";
import { type StandardText, standardText } from "@/lib/messaging/standard-texts";
import type { Purpose } from "@/lib/messaging/types";

/** A text that answers by itself what a patient asked for. */
export interface AutomaticAnswer {
  kind: StandardText;
  programId: string;
  senderId: string;
  phoneId: string;
  /** The language of the word that is answered; undefined where it tells nothing. */
  language: string | undefined;
}

const purposeOf = {
  stop_confirmation: "stop_confirmation",
  help_reply: "help_reply",
  start_confirmation: "auto_reply",
} satisfies Record<StandardText, Purpose>;

const fiveMinutes = 5 * 60_000;

/**
 * Whether a stop that was recorded just now is confirmed by a text of ours. 47 CFR 64.1200(a)(12): that is one
 * within five minutes of what the patient said, and later comes too late.
 */
export const isConfirmed = (
  tx: Ctx,
  { saidAt, networkConfirmsStop }: { saidAt: Date; networkConfirmsStop: boolean },
): boolean => tx.now.getTime() - saidAt.getTime() <= fiveMinutes && !networkConfirmsStop;

/** Puts the answers in line, each with its program's name and in a language that its reader has. */
export async function answerAll(tx: Ctx, answers: AutomaticAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  const programIds = [...new Set(answers.map(({ programId }) => programId))];
  const rows = await tx.db
    .select({ id: programs.id, brand: programs.brand, perWeek: programs.outreachPerWeek })
    .from(programs)
    .where(inArray(programs.id, programIds))
    .limit(programIds.length);
  const speakers = new Map(rows.map((row) => [row.id, row]));
  const languages = await languagesOn(
    tx,
    answers.map(({ phoneId }) => phoneId),
  );
  await queueTexts(
    tx,
    answers.flatMap(({ kind, programId, senderId, phoneId, language }) => {
      const by = speakers.get(programId);
      if (!by) return [];
      return {
        ...{ programId, senderId, phoneId, patientId: null, purpose: purposeOf[kind] },
        body: standardText(kind, languageOf(language, languages.get(phoneId)), by),
      };
    }),
  );
}

/** In which language an answer goes: the word's own; an English word may come from anybody, so then the patients' if they share one. */
export function languageOf(language: string | undefined, spoken: Set<string> = new Set()): string {
  if (language && language !== "en") return language;
  const [only, ...more] = spoken;
  return only && more.length === 0 ? only : "en";
}

/** The languages of the patients who have these phones. */
export async function languagesOn(tx: Ctx, phoneIds: string[]): Promise<Map<string, Set<string>>> {
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
