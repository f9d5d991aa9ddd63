import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { patientPhones, patients, programPatients } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { programIdsOf } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { memberIndex } from "@/lib/phi/blind-index";
import { namePartsOf } from "@/lib/phi/name-index";
import { open } from "@/lib/phi/seal";
import type { OtherRecordInput } from "./inputs";
import { keptRecordsOf } from "./merged-records";
import { requirePatient } from "./patient-reach";

/** Another record that may be of the same person, and why. */
export interface Double {
  id: string;
  name: string;
  birthDate: string;
  memberNumber: string;
  why: "name" | "phone";
}

// Of those born on one day few have one name; a birth date that stands for "unknown" must not fill the page.
const mostCompared = 200;
const mostShown = 10;

/** Records of the caller's programs that may be of the same person: born the same day, with one name or one phone. */
export async function likelyDoubles(ctx: Ctx, patientId: string): Promise<Double[]> {
  authorize(ctx, "patient.read");
  await requirePatient(ctx, patientId);
  const [patient] = await ctx.db
    .select({ name: patients.name, birthIndex: patients.birthIndex })
    .from(patients)
    .where(eq(patients.id, patientId))
    .limit(1);
  if (!patient?.birthIndex) return [];

  const others = await ctx.db
    .select({
      id: patients.id,
      name: patients.name,
      birthDate: patients.birthDate,
      memberNumber: patients.memberNumber,
      sharesPhone: sql<boolean>`exists (
        select 1 from ${patientPhones} own join patient_phones theirs on theirs.phone_id = own.phone_id
        where own.patient_id = ${patientId}::uuid and theirs.patient_id = ${patients.id})`,
    })
    .from(patients)
    .where(
      and(
        eq(patients.birthIndex, patient.birthIndex),
        ne(patients.id, patientId),
        isNull(patients.mergedInto),
        isOfCallers(ctx),
      ),
    )
    .orderBy(patients.id)
    .limit(mostCompared);
  const name = nameKey(open("patients.name", patientId, patient.name));
  return others
    .flatMap((other): Double[] => {
      const theirs = open("patients.name", other.id, other.name);
      const sameName = nameKey(theirs) === name;
      if (!sameName && !other.sharesPhone) return [];
      return [
        {
          ...{ id: other.id, name: theirs, why: sameName ? "name" : "phone" },
          birthDate: open("patients.birth_date", other.id, other.birthDate),
          memberNumber: open("patients.member_number", other.id, other.memberNumber),
        },
      ];
    })
    .slice(0, mostShown);
}

/** The record with exactly this member number, of the caller's programs. Throws NotFound. */
export async function findOtherRecord(
  ctx: Ctx,
  { patientId, memberNumber }: OtherRecordInput,
): Promise<string> {
  authorize(ctx, "patient.merge");
  return inTransaction(ctx, async (tx) => {
    const [{ id: programId }] = await requirePatient(tx, patientId);
    const [found] = await tx.db
      .select({ id: patients.id })
      .from(patients)
      .where(eq(patients.memberIndex, memberIndex(memberNumber)))
      .limit(1);
    const id = found && (await keptRecordsOf(tx, [found.id])).get(found.id);
    const [reached] = id
      ? await tx.db
          .select({ id: patients.id })
          .from(patients)
          .where(and(eq(patients.id, id), isOfCallers(tx)))
          .limit(1)
      : [];
    if (!reached) throw new NotFound("No patient of your programs has this member number.");
    if (reached.id === patientId)
      throw new Conflict("This is the member number of the record that you are looking at.");
    await audit(tx, "patient.searched", { programId, patientId: reached.id, by: "member number" });
    return reached.id;
  });
}

/** The same parts in whichever order: "Ruiz, Ana" and "Ana Ruiz". */
const nameKey = (name: string): string => namePartsOf(name).sort().join(" ");

const isOfCallers = (ctx: Ctx) =>
  inArray(
    patients.id,
    ctx.db
      .select({ id: programPatients.patientId })
      .from(programPatients)
      .where(
        and(
          eq(programPatients.patientId, patients.id),
          inArray(programPatients.programId, programIdsOf(ctx)),
        ),
      ),
  );
