import { and, desc, eq, isNull } from "drizzle-orm";
import { patientMerges, patients, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { type Double, likelyDoubles } from "./doubles";
import { recordsOf } from "./merged-records";
import { requirePatient } from "./patient-reach";
import { type EndedNumber, endedNumbersOf, type NumberNow, numbersOf } from "./queries-numbers";
import { standingOf } from "./standing";
import type { Standing } from "./types";

export interface JoinedRecord {
  mergeId: string;
  name: string;
  memberNumber: string;
  at: string;
  by: string | null;
}

/** What was decided about a patient's record, beside what is on file. */
export interface PatientRecords {
  standing: (Standing & { by: string | null }) | null;
  numbers: NumberNow[];
  ended: EndedNumber[];
  joined: JoinedRecord[];
  doubles: Double[];
}

/** What was decided about a patient's record. The page's reading of the patient is what is audited. Throws NotFound. */
export async function patientRecords(ctx: Ctx, patientId: string): Promise<PatientRecords> {
  authorize(ctx, "patient.read");
  await requirePatient(ctx, patientId);
  const [patient] = await ctx.db
    .select({
      status: patients.status,
      statusReason: patients.statusReason,
      statusAt: patients.statusAt,
      by: users.name,
    })
    .from(patients)
    .leftJoin(users, eq(users.id, patients.statusBy))
    .where(eq(patients.id, patientId))
    .limit(1);
  if (!patient) throw new NotFound();
  const standing = standingOf(patient);
  return {
    standing: standing && { ...standing, by: patient.by },
    numbers: await numbersOf(ctx, patientId),
    ended: await endedNumbersOf(ctx, await recordsOf(ctx, patientId), patientId),
    joined: await joinedWith(ctx, patientId),
    doubles: await likelyDoubles(ctx, patientId),
  };
}

async function joinedWith(ctx: Ctx, patientId: string): Promise<JoinedRecord[]> {
  const rows = await ctx.db
    .select({
      mergeId: patientMerges.id,
      id: patients.id,
      name: patients.name,
      memberNumber: patients.memberNumber,
      at: patientMerges.mergedAt,
      by: users.name,
    })
    .from(patientMerges)
    .innerJoin(patients, eq(patients.id, patientMerges.mergedId))
    .leftJoin(users, eq(users.id, patientMerges.mergedBy))
    .where(and(eq(patientMerges.keptId, patientId), isNull(patientMerges.undoneAt)))
    .orderBy(desc(patientMerges.mergedAt), desc(patientMerges.id))
    .limit(50);
  return rows.map(({ id, at, ...row }) => ({
    ...row,
    name: open("patients.name", id, row.name),
    memberNumber: open("patients.member_number", id, row.memberNumber),
    at: at.toISOString(),
  }));
}
