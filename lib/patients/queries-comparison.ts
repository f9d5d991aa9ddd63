import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { patientPhones, patients, phones } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { whyNotMerged } from "./merge-reach";
import { type ProgramOfPatient, requirePatient } from "./patient-reach";
import { standingOf } from "./standing";
import type { Standing } from "./types";

/** One of two records that may be one person, as they stand side by side. */
export interface RecordSide {
  id: string;
  name: string;
  memberNumber: string;
  birthDate: string;
  language: string;
  address: string | null;
  plan: string | null;
  tags: string[];
  standing: Standing | null;
  programs: string[];
  /** `consent` null: nothing on file. */
  phones: { id: string; number: string; consent: boolean | null }[];
}

export interface RecordPair {
  kept: RecordSide;
  merged: RecordSide;
  /** Why the reader may not join them, as a sentence. */
  blockedBecause: string | null;
  timeZone: string;
}

/** Two records of the caller's side by side. Reading them is audited. Throws NotFound. */
export async function comparePatients(ctx: Ctx, keptId: string, mergedId: string): Promise<RecordPair> {
  authorize(ctx, "patient.merge");
  const shared = await requirePatient(ctx, keptId);
  const theirs = await requirePatient(ctx, mergedId);
  if (keptId === mergedId) throw new NotFound();
  const pair = {
    kept: await sideOf(ctx, keptId, shared),
    merged: await sideOf(ctx, mergedId, theirs),
  };
  for (const [patientId, programs] of [
    [keptId, shared],
    [mergedId, theirs],
  ] as const)
    await auditReading(ctx, "patient.read", patientId, { programId: programs[0].id, patientId });
  return { ...pair, blockedBecause: await whyNotMerged(ctx, mergedId), timeZone: shared[0].timeZone };
}

async function sideOf(ctx: Ctx, id: string, programs: readonly ProgramOfPatient[]): Promise<RecordSide> {
  const [row] = await ctx.db
    .select({
      name: patients.name,
      memberNumber: patients.memberNumber,
      birthDate: patients.birthDate,
      language: patients.language,
      address: patients.address,
      plan: patients.plan,
      tags: patients.tags,
      status: patients.status,
      statusReason: patients.statusReason,
      statusAt: patients.statusAt,
    })
    .from(patients)
    .where(eq(patients.id, id))
    .limit(1);
  if (!row) throw new NotFound();
  return {
    ...{ id, language: row.language, plan: row.plan, tags: row.tags, standing: standingOf(row) },
    name: open("patients.name", id, row.name),
    memberNumber: open("patients.member_number", id, row.memberNumber),
    birthDate: open("patients.birth_date", id, row.birthDate),
    address: row.address && open("patients.address", id, row.address),
    programs: programs.map(({ name }) => name),
    phones: await phonesOf(ctx, id),
  };
}

async function phonesOf(ctx: Ctx, patientId: string): Promise<RecordSide["phones"]> {
  const rows = await ctx.db
    .select({
      id: phones.id,
      number: phones.number,
      consent: sql<boolean | null>`(select c.given from consents c
        where c.patient_id = ${patientId}::uuid and c.phone_id = ${phones.id} order by c.id desc limit 1)`,
    })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(and(eq(patientPhones.patientId, patientId), isNull(patientPhones.validUntil)))
    .orderBy(asc(phones.id))
    .limit(20);
  return rows.map((row) => ({ ...row, number: open("phones.number", row.id, row.number) }));
}
