import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { patientPhones, patients, phones } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { wordsOffered } from "./consent-words";
import { recordsOf } from "./merged-records";
import { latestDay, type ProgramOfPatient, requirePatient } from "./patient-reach";
import { ageOn } from "./queries";
import { type LedgerEntry, ledgerOf, noticesOf } from "./queries-consent";
import { openRecord, recordColumns } from "./queries-record";
import { windowsOf } from "./queries-windows";
import type { NotTextable, PatientDetail, PatientPhone } from "./types";

/** One patient of the caller's programs, with phones, consents and notices. Reading it is audited. Throws NotFound. */
export async function patientDetail(ctx: Ctx, patientId: string): Promise<PatientDetail> {
  authorize(ctx, "patient.read");
  const shared = await requirePatient(ctx, patientId);
  const [row] = await ctx.db.select(recordColumns).from(patients).where(eq(patients.id, patientId)).limit(1);
  if (!row) throw new NotFound();
  const record = openRecord(patientId, row);
  const records = await recordsOf(ctx, patientId);
  const ledger = await ledgerOf(ctx, records);
  const { name, birthDate, language } = record;
  await auditReading(ctx, "patient.read", patientId, { programId: shared[0].id, patientId });
  return {
    id: patientId,
    ...{ name, birthDate, language, record },
    age: ageOn(ctx.now, birthDate),
    windows: (await windowsOf(ctx, [patientId])).get(patientId) ?? [],
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
  return rows.map((row) => ({
    ...row,
    number: open("phones.number", row.id, row.number),
    notTextable: row.notTextable as NotTextable | null,
    lineCheckedAt: row.lineCheckedAt?.toISOString() ?? null,
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
    stoppedOn: row.stoppedAt ? latestDay(row.stoppedAt, shared) : null,
    // The newest entry of a phone is what holds; that of a record that was joined with this one does not.
    consent: ledger.find((entry) => entry.phoneId === row.id && entry.patientId === patientId) ?? null,
  }));
}
