import { and, desc, eq, inArray } from "drizzle-orm";
import { consents, phones, programPatients, riskNotices, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import type { ConsentEntry, ConsentState, RiskNoticeEntry } from "./types";

const mostEntries = 200;

export type LedgerEntry = ConsentEntry & { patientId: string; phoneId: string };

/** What a patient said about being texted, newest first, of every number and record. For who has reached the patient. */
export async function ledgerOf(ctx: Ctx, recordIds: readonly string[]): Promise<LedgerEntry[]> {
  authorize(ctx, "patient.read");
  const rows = await ctx.db
    .select({
      ...holding,
      patientId: consents.patientId,
      phoneId: consents.phoneId,
      phone: phones.number,
      words: consents.words,
      wordsVersion: consents.wordsVersion,
      language: consents.language,
      note: consents.note,
      by: users.name,
    })
    .from(consents)
    .innerJoin(phones, eq(phones.id, consents.phoneId))
    .leftJoin(users, eq(users.id, consents.recordedBy))
    .where(inArray(consents.patientId, [...recordIds]))
    .orderBy(desc(consents.id))
    .limit(mostEntries);
  return rows.map(({ note, phone, recordedAt, ...row }) => ({
    ...row,
    phone: open("phones.number", row.phoneId, phone),
    note: note && open("consents.note", row.id, note),
    recordedAt: recordedAt.toISOString(),
  }));
}

const holding = {
  id: consents.id,
  given: consents.given,
  basis: consents.basis,
  channel: consents.channel,
  givenOn: consents.givenOn,
  recordedAt: consents.recordedAt,
};

/** What was said of texts not being private, newest first. For who has reached the patient. */
export async function noticesOf(ctx: Ctx, recordIds: readonly string[]): Promise<RiskNoticeEntry[]> {
  authorize(ctx, "patient.read");
  const rows = await ctx.db
    .select({
      id: riskNotices.id,
      accepted: riskNotices.accepted,
      channel: riskNotices.channel,
      words: riskNotices.words,
      wordsVersion: riskNotices.wordsVersion,
      language: riskNotices.language,
      by: users.name,
      recordedAt: riskNotices.recordedAt,
    })
    .from(riskNotices)
    .leftJoin(users, eq(users.id, riskNotices.recordedBy))
    .where(inArray(riskNotices.patientId, [...recordIds]))
    .orderBy(desc(riskNotices.id))
    .limit(mostEntries);
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

/** The consent that holds on this phone for each of these patients who is in the caller's programs and has one. */
export async function consentsOnPhone(
  ctx: Ctx,
  phoneId: string,
  patientIds: readonly string[],
): Promise<Map<string, ConsentState>> {
  authorize(ctx, "thread.read");
  if (patientIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectDistinctOn([consents.patientId], { ...holding, patientId: consents.patientId })
    .from(consents)
    .innerJoin(programPatients, eq(programPatients.patientId, consents.patientId))
    .where(
      and(
        eq(consents.phoneId, phoneId),
        inArray(consents.patientId, [...patientIds]),
        inArray(programPatients.programId, programIdsOf(ctx)),
      ),
    )
    .orderBy(consents.patientId, desc(consents.id))
    .limit(patientIds.length);
  return new Map(
    rows.map(({ patientId, recordedAt, ...row }) => [
      patientId,
      { ...row, recordedAt: recordedAt.toISOString() },
    ]),
  );
}
