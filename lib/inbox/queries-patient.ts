import { and, desc, eq, exists, isNull, sql } from "drizzle-orm";
import { patientPhones, phones, programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { requirePatient } from "@/lib/patients/patient-reach";
import { open } from "@/lib/phi/seal";
import type { Disposition, PatientThread } from "./types";

const mostThreads = 100;

/** The conversations on a patient's valid numbers in the caller's programs, without a word of them, newest first. */
export async function threadsOfPatient(ctx: Ctx, patientId: string): Promise<PatientThread[]> {
  authorize(ctx, "patient.read");
  await requirePatient(ctx, patientId);
  const theirs = ctx.db
    .select({ one: sql`1` })
    .from(patientPhones)
    .where(
      and(
        eq(patientPhones.patientId, patientId),
        eq(patientPhones.phoneId, threads.phoneId),
        isNull(patientPhones.validUntil),
      ),
    );
  const rows = await ctx.db
    .select({
      id: threads.id,
      phoneId: threads.phoneId,
      number: phones.number,
      program: programs.name,
      lastMessageAt: threads.lastMessageAt,
      waitingSince: threads.waitingSince,
      closedAt: threads.closedAt,
      disposition: threads.disposition,
    })
    .from(threads)
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .innerJoin(programs, eq(programs.id, threads.programId))
    .where(and(exists(theirs), inReach(ctx, threads.programId)))
    .orderBy(sql`${threads.lastMessageAt} desc nulls last`, desc(threads.id))
    .limit(mostThreads);
  return rows.map(({ phoneId, number, closedAt, disposition, ...row }) => ({
    ...row,
    number: open("phones.number", phoneId, number),
    lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    closed: closedAt ? (disposition as Disposition) : null,
  }));
}
