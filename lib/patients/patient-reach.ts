import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { patientPhones, patients, phones, programPatients, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { isId } from "@/lib/ids";

export interface ProgramOfPatient {
  id: string;
  name: string;
  brand: string;
  timeZone: string;
}

/** The programs that the caller and the patient share, never none. Throws Forbidden or NotFound. */
export async function requirePatient(
  ctx: Ctx,
  patientId: string,
): Promise<[ProgramOfPatient, ...ProgramOfPatient[]]> {
  authorize(ctx, "patient.read");
  if (!isId(patientId)) throw new NotFound();
  const [first, ...more] = await ctx.db
    .select({ id: programs.id, name: programs.name, brand: programs.brand, timeZone: programs.timeZone })
    .from(programPatients)
    .innerJoin(programs, eq(programs.id, programPatients.programId))
    .where(and(eq(programPatients.patientId, patientId), inReach(ctx, programPatients.programId)))
    .orderBy(asc(programs.name), asc(programs.id))
    .limit(200);
  if (!first) throw new NotFound();
  return [first, ...more];
}

/** When texts to a phone of this patient were stopped, or null. Throws NotFound unless it is the patient's now. */
export async function requirePhoneOf(ctx: Ctx, patientId: string, phoneId: string): Promise<Date | null> {
  const [phone] = await ctx.db
    .select({ stoppedAt: phones.stoppedAt })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(
      and(
        eq(patientPhones.patientId, patientId),
        eq(patientPhones.phoneId, phoneId),
        isNull(patientPhones.validUntil),
      ),
    )
    .limit(1);
  if (!phone) throw new NotFound("That number is not this patient's any more. Reload the page.");
  return phone.stoppedAt;
}

/** Locks these patients until commit, in the order in which a roster's import does: what is decided on them holds. */
export async function lockPatients(tx: Ctx, patientIds: readonly string[]): Promise<void> {
  await tx.db
    .select({ id: patients.id })
    .from(patients)
    .where(inArray(patients.id, [...patientIds]))
    .orderBy(asc(patients.memberIndex))
    .limit(patientIds.length)
    .for("no key update");
}

/**
 * Locks a phone until commit; before the patients who have it, as everywhere. Answers when it passed to somebody else,
 * if it ever did.
 */
export async function lockPhone(tx: Ctx, phoneId: string): Promise<Date | null> {
  const [phone] = await tx.db
    .select({ reassignedAt: phones.reassignedAt })
    .from(phones)
    .where(eq(phones.id, phoneId))
    .limit(1)
    .for("no key update");
  return phone?.reassignedAt ?? null;
}

/** Tells every program of these patients that whether they may be texted, or their record, has changed. */
export async function announcePatients(
  tx: Ctx,
  patientIds: readonly string[],
  kind: "stop.changed" | "patient.changed" = "stop.changed",
): Promise<void> {
  if (patientIds.length === 0) return;
  const affected = await tx.db
    .select({ programId: programPatients.programId, patientId: programPatients.patientId })
    .from(programPatients)
    .where(inArray(programPatients.patientId, [...patientIds]))
    .limit(1_000);
  await record(tx, ...affected.map((each) => ({ kind, ...each })));
}

/** The calendar day of a moment, YYYY-MM-DD: of the programs' zones the one that is furthest on. */
export function latestDay(at: Date, programs: readonly ProgramOfPatient[]): string {
  // "sv-SE" writes days as ISO does, and those sort as text.
  const days = programs.map(({ timeZone }) => at.toLocaleDateString("sv-SE", { timeZone }));
  return days.sort().at(-1) ?? at.toISOString().slice(0, 10);
}
