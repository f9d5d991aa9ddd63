import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import {
  patientMerges,
  patientPhones,
  patients,
  phones,
  threads,
  users,
  wrongNumberReports,
} from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { type Double, likelyDoubles } from "./doubles";
import { recordsOf } from "./merged-records";
import { requirePatient } from "./patient-reach";
import { standingOf } from "./standing";
import type { Standing } from "./types";

/** A number that was this patient's until somebody said that it is not. */
export interface EndedNumber {
  phoneId: string;
  /** E.164. */
  number: string;
  ending: "wrong_number" | "reassigned";
  /** ISO. */
  at: string;
  by: string | null;
  /** The report, where one can be taken back. */
  reportId: string | null;
  /** The conversation in which somebody said so, where it is one of the reader's. */
  threadId: string | null;
}

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
  /** Valid now. `others` also have it. */
  numbers: { phoneId: string; number: string; others: number }[];
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

async function numbersOf(ctx: Ctx, patientId: string): Promise<PatientRecords["numbers"]> {
  const rows = await ctx.db
    .select({
      phoneId: phones.id,
      number: phones.number,
      others: sql<number>`(select count(distinct o.patient_id)::int from patient_phones o
        where o.phone_id = ${phones.id} and o.patient_id <> ${patientId}::uuid and o.valid_until is null)`,
    })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(and(eq(patientPhones.patientId, patientId), isNull(patientPhones.validUntil)))
    .orderBy(desc(patientPhones.validFrom), desc(phones.id))
    .limit(20);
  return rows.map((row) => ({ ...row, number: open("phones.number", row.phoneId, row.number) }));
}

/** Newest first. A report about a record that was joined with this one is shown, and taken back only once they are parted. */
async function endedNumbersOf(ctx: Ctx, recordIds: string[], patientId: string): Promise<EndedNumber[]> {
  const rows = await ctx.db
    .select({
      phoneId: phones.id,
      number: phones.number,
      ending: patientPhones.ending,
      at: patientPhones.validUntil,
      by: users.name,
      owner: patientPhones.patientId,
      reportId: wrongNumberReports.id,
      threadId: threads.id,
    })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .leftJoin(users, eq(users.id, patientPhones.endedBy))
    .leftJoin(
      wrongNumberReports,
      and(
        eq(wrongNumberReports.patientId, patientPhones.patientId),
        eq(wrongNumberReports.phoneId, patientPhones.phoneId),
        isNull(wrongNumberReports.undoneAt),
      ),
    )
    .leftJoin(
      threads,
      and(eq(threads.id, wrongNumberReports.threadId), inArray(threads.programId, programIdsOf(ctx))),
    )
    .where(
      and(
        inArray(patientPhones.patientId, recordIds),
        inArray(patientPhones.ending, ["wrong_number", "reassigned"]),
      ),
    )
    .orderBy(desc(patientPhones.validUntil), desc(phones.id))
    .limit(50);
  return rows.map(({ owner, at, ending, reportId, ...row }) => ({
    ...row,
    number: open("phones.number", row.phoneId, row.number),
    ending: ending === "reassigned" ? "reassigned" : "wrong_number",
    at: at?.toISOString() ?? "",
    reportId: owner === patientId && ending === "wrong_number" ? reportId : null,
  }));
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
