import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { patientPhones, patients, phones, programPatients, programs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { displayPhone } from "./phone-number";
import { ageOn } from "./queries";
import { windowsOf } from "./queries-windows";
import type { PatientHit } from "./types-record";

/** What a search shows of these patients, by name. For who has reached them; `programIds` are the reader's. */
export async function hitsOf(
  ctx: Ctx,
  programIds: readonly string[],
  found: ReadonlyMap<string, boolean>,
): Promise<PatientHit[]> {
  const ids = [...found.keys()];
  if (ids.length === 0) return [];
  const recordsAsked = ctx.db
    .select({
      id: patients.id,
      name: patients.name,
      birthDate: patients.birthDate,
      language: patients.language,
      status: patients.status,
    })
    .from(patients)
    .where(inArray(patients.id, ids))
    .limit(ids.length);
  // Asked at once, so that they take one way to the database and not four.
  const [rows, shared, numbers, windows] = await Promise.all([
    recordsAsked,
    programsOf(ctx, programIds, ids),
    numbersOf(ctx, ids),
    windowsOf(ctx, ids),
  ]);
  return rows
    .map(({ id, name, birthDate, ...row }): PatientHit => {
      const born = open("patients.birth_date", id, birthDate);
      return {
        ...{ id, ...row, name: open("patients.name", id, name), birthDate: born, age: ageOn(ctx.now, born) },
        programs: shared.flatMap((each) => (each.patientId === id ? [each.name] : [])),
        phones: numbers.flatMap((each) => (each.patientId === id ? [each.number] : [])),
        next: windows.get(id)?.[0] ?? null,
        byJoined: found.get(id) ?? false,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.birthDate.localeCompare(b.birthDate));
}

const programsOf = (ctx: Ctx, programIds: readonly string[], ids: string[]) =>
  ctx.db
    .select({ patientId: programPatients.patientId, name: programs.name })
    .from(programPatients)
    .innerJoin(programs, eq(programs.id, programPatients.programId))
    .where(and(inArray(programPatients.patientId, ids), inArray(programPatients.programId, [...programIds])))
    .orderBy(asc(programs.name), asc(programs.id))
    .limit(ids.length * 200);

async function numbersOf(ctx: Ctx, ids: string[]): Promise<{ patientId: string; number: string }[]> {
  const rows = await ctx.db
    .select({ patientId: patientPhones.patientId, id: phones.id, number: phones.number })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(and(inArray(patientPhones.patientId, ids), isNull(patientPhones.validUntil)))
    .orderBy(desc(patientPhones.validFrom), desc(phones.id))
    .limit(ids.length * 20);
  return rows.map(({ patientId, id, number }) => ({
    patientId,
    number: displayPhone(open("phones.number", id, number)),
  }));
}
