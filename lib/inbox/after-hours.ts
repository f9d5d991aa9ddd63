import { and, eq, inArray, isNull } from "drizzle-orm";
import { afterHoursAnswers, phones, programs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { queueTexts } from "@/lib/messaging/outbox";
import { closedSince, hoursOfEach, nextOpening } from "@/lib/programs/staffed-hours";
import { afterHoursText } from "./after-hours-text";
import { languageOf, languagesOn } from "./automatic-answer";

export interface Unread {
  programId: string;
  phoneId: string;
  sender: { id: string };
}

/**
 * Answers texts that came while nobody is there to read them: one answer for each phone and closed period of the
 * program, however many texts come and however many workers file them. None where nobody ever is there.
 */
export async function answerAfterHours(tx: Ctx, unread: Unread[]): Promise<void> {
  if (unread.length === 0) return;
  const closed = await closedPrograms(tx, [...new Set(unread.map(({ programId }) => programId))]);
  const asking = await notStopped(
    tx,
    unread.filter(({ programId }) => closed.has(programId)),
  );
  const answers = await firstOfPeriod(tx, asking, closed);
  if (answers.length === 0) return;
  const languages = await languagesOn(
    tx,
    answers.map(({ phoneId }) => phoneId),
  );
  await queueTexts(
    tx,
    answers.flatMap(({ programId, phoneId, sender }) => {
      const program = closed.get(programId);
      if (!program) return [];
      return {
        ...{ programId, phoneId, senderId: sender.id, patientId: null, purpose: "auto_reply" as const },
        body: afterHoursText(languageOf(undefined, languages.get(phoneId)), program),
      };
    }),
  );
}

interface ClosedProgram {
  brand: string;
  zone: string;
  since: Date;
  opensAt: Date | null;
}

/** Those of the programs that answer for themselves and where nobody is now, with since when. */
async function closedPrograms(tx: Ctx, ids: string[]): Promise<Map<string, ClosedProgram>> {
  const rows = await tx.db
    .select({ id: programs.id, brand: programs.brand, zone: programs.timeZone })
    .from(programs)
    .where(and(inArray(programs.id, ids), eq(programs.answersAfterHours, true)))
    .limit(ids.length);
  const hours = await hoursOfEach(tx.db, ids);
  return new Map(
    rows.flatMap(({ id, brand, zone }) => {
      const theirs = hours(id);
      const since = closedSince(theirs, zone, tx.now);
      return since ? [[id, { brand, zone, since, opensAt: nextOpening(theirs, zone, tx.now) }] as const] : [];
    }),
  );
}

/** After STOP nothing is said by itself any more. */
export async function notStopped<Asking extends { phoneId: string }>(
  tx: Ctx,
  asking: readonly Asking[],
): Promise<Asking[]> {
  const ids = [...new Set(asking.map(({ phoneId }) => phoneId))];
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({ id: phones.id })
    .from(phones)
    .where(and(inArray(phones.id, ids), isNull(phones.stoppedAt)))
    .limit(ids.length);
  const open = new Set(rows.map(({ id }) => id));
  return asking.filter(({ phoneId }) => open.has(phoneId));
}

/** Whom nobody answered yet in this period. The row is what decides: of two workers one writes it. */
async function firstOfPeriod(
  tx: Ctx,
  asking: Unread[],
  closed: Map<string, ClosedProgram>,
): Promise<Unread[]> {
  const rows = asking.flatMap(({ programId, phoneId }) => {
    const program = closed.get(programId);
    return program ? [{ programId, phoneId, closedSince: program.since, answeredAt: tx.now }] : [];
  });
  if (rows.length === 0) return [];
  const written = await tx.db
    .insert(afterHoursAnswers)
    .values(rows)
    .onConflictDoNothing()
    .returning({ programId: afterHoursAnswers.programId, phoneId: afterHoursAnswers.phoneId });
  return written.flatMap(
    (row) => asking.find((one) => one.phoneId === row.phoneId && one.programId === row.programId) ?? [],
  );
}
