import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { patientPhones, patients, phones, programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { wordsOffered } from "./consent-words";
import { recordsOf } from "./merged-records";
import { latestDay, type ProgramOfPatient, requirePatient } from "./patient-reach";
import { ageOn } from "./queries";
import { type LedgerEntry, ledgerOf, noticesOf } from "./queries-consent";
import type { NotTextable, PatientDetail, PatientPhone } from "./types";

/** One patient of the caller's programs, with phones, consents and notices. Reading it is audited. Throws NotFound. */
export async function patientDetail(ctx: Ctx, patientId: string): Promise<PatientDetail> {
  authorize(ctx, "patient.read");
  const shared = await requirePatient(ctx, patientId);
  const [patient] = await ctx.db
    .select({ name: patients.name, birthDate: patients.birthDate, language: patients.language })
    .from(patients)
    .where(eq(patients.id, patientId))
    .limit(1);
  if (!patient) throw new NotFound();
  const records = await recordsOf(ctx, patientId);
  const ledger = await ledgerOf(ctx, records);
  const birthDate = open("patients.birth_date", patientId, patient.birthDate);
  await auditReading(ctx, "patient.read", patientId, { programId: shared[0].id, patientId });
  return {
    id: patientId,
    name: open("patients.name", patientId, patient.name),
    birthDate,
    age: ageOn(ctx.now, birthDate),
    language: patient.language,
    programs: shared.map(({ id, name }) => ({ id, name })),
    timeZone: shared[0].timeZone,
    today: latestDay(ctx.now, shared),
    phones: await phonesOf(ctx, patientId, shared, ledger),
    consents: ledger.map(({ phoneId: _, patientId: __, ...entry }) => entry),
    notices: await noticesOf(ctx, records),
    consentWords: wordsOffered("consent", shared),
    noticeWords: wordsOffered("notice", shared),
    now: ctx.now.toISOString(),
  };
}

async function phonesOf(
  ctx: Ctx,
  patientId: string,
  shared: readonly ProgramOfPatient[],
  ledger: LedgerEntry[],
): Promise<PatientPhone[]> {
  const rows = await ctx.db
    .select({
      id: phones.id,
      number: phones.number,
      relationship: patientPhones.relationship,
      notTextable: phones.notTextable,
      lineType: phones.lineType,
      lineCheckedAt: phones.lineCheckedAt,
      stoppedAt: phones.stoppedAt,
      others: sql<number>`(select count(distinct o.patient_id)::int from patient_phones o
        where o.phone_id = ${phones.id} and o.patient_id <> ${patientId} and o.valid_until is null)`,
    })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(and(eq(patientPhones.patientId, patientId), isNull(patientPhones.validUntil)))
    .orderBy(desc(patientPhones.validFrom), desc(phones.id))
    .limit(20);
  const talks = await threadsOf(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    number: open("phones.number", row.id, row.number),
    notTextable: row.notTextable as NotTextable | null,
    lineCheckedAt: row.lineCheckedAt?.toISOString() ?? null,
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
    stoppedOn: row.stoppedAt ? latestDay(row.stoppedAt, shared) : null,
    // The newest entry of a phone is what holds; that of a record that was joined with this one does not.
    consent: ledger.find((entry) => entry.phoneId === row.id && entry.patientId === patientId) ?? null,
    threads: talks.filter((talk) => talk.phoneId === row.id).map(({ id, program }) => ({ id, program })),
  }));
}

async function threadsOf(ctx: Ctx, phoneIds: string[]) {
  return ctx.db
    .select({ id: threads.id, phoneId: threads.phoneId, program: programs.name })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .where(and(inArray(threads.phoneId, phoneIds), inReach(ctx, threads.programId)))
    .orderBy(desc(threads.lastMessageAt), asc(threads.id))
    .limit(100);
}
