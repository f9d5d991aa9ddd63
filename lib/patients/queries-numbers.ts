import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { patientPhones, phones, threads, users, wrongNumberReports } from "@/db/schema";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";

/** A number that is theirs now. `others` also have it. */
export interface NumberNow {
  phoneId: string;
  /** E.164. */
  number: string;
  others: number;
}

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

/** For who has reached the patient. */
export async function numbersOf(ctx: Ctx, patientId: string): Promise<NumberNow[]> {
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
export async function endedNumbersOf(
  ctx: Ctx,
  recordIds: string[],
  patientId: string,
): Promise<EndedNumber[]> {
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
