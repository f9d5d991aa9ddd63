import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { patientPhones, phones, programPatients, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, programIdsOf } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import type { ReassignInput, UndoReassignInput } from "./inputs";
import { announcePatients, lockPatients, lockPhone } from "./patient-reach";

/**
 * This number belongs to somebody else now: it is nobody's on file any more, and what was written before is not shown to
 * those who write with it now. A stop of the number stays. Throws Conflict when nobody on file has it.
 */
export async function passNumberOn(ctx: Ctx, { phoneId }: ReassignInput): Promise<void> {
  authorize(ctx, "phone.report");
  const { userId } = ctx.actor;

  await inTransaction(ctx, async (tx) => {
    const programId = await requirePhone(tx, phoneId);
    await lockPhone(tx, phoneId);
    await lockPatients(tx, await linkedTo(tx, phoneId, isNull(patientPhones.validUntil)));
    const ended = await tx.db
      .update(patientPhones)
      .set({ validUntil: tx.now, ending: "reassigned", endedBy: userId })
      .where(and(eq(patientPhones.phoneId, phoneId), isNull(patientPhones.validUntil)))
      .returning({ patientId: patientPhones.patientId });
    if (ended.length === 0)
      throw new Conflict("Nobody on file has this number now, so it cannot pass to somebody else.");
    await tx.db.update(phones).set({ reassignedAt: tx.now }).where(eq(phones.id, phoneId));
    await audit(tx, "phone.reassigned", { programId, phoneId, people: ended.length });
    await announcePhone(
      tx,
      phoneId,
      ended.map((link) => link.patientId),
    );
  });
}

/**
 * It had not passed on after all: who had it has it again. `reassignedAt` is what the nurse saw. Throws Conflict
 * when that changed meanwhile, or when somebody new has the number by now.
 */
export async function takeNumberBack(ctx: Ctx, { phoneId, reassignedAt }: UndoReassignInput): Promise<void> {
  authorize(ctx, "phone.report");

  await inTransaction(ctx, async (tx) => {
    const programId = await requirePhone(tx, phoneId);
    await lockPhone(tx, phoneId);
    const endedThen = and(eq(patientPhones.ending, "reassigned"), eq(patientPhones.validUntil, reassignedAt));
    await lockPatients(tx, await linkedTo(tx, phoneId, endedThen));
    const [freed] = await tx.db
      .update(phones)
      .set({ reassignedAt: await passedOnBefore(tx, phoneId, reassignedAt) })
      .where(and(eq(phones.id, phoneId), eq(phones.reassignedAt, reassignedAt)))
      .returning({ id: phones.id });
    if (!freed) throw new Conflict("Somebody took this back already. Look at the page again.");
    const newcomers = await linkedTo(tx, phoneId, isNull(patientPhones.validUntil));
    if (newcomers.length > 0)
      throw new Conflict(
        "Somebody new has this number on file by now, so what was written before stays hidden.",
      );
    const back = await tx.db
      .update(patientPhones)
      .set({ validUntil: null, ending: null, endedBy: null })
      .where(and(eq(patientPhones.phoneId, phoneId), endedThen))
      .returning({ patientId: patientPhones.patientId });
    await audit(tx, "phone.reassignment-undone", { programId, phoneId, people: back.length });
    await announcePhone(
      tx,
      phoneId,
      back.map((link) => link.patientId),
    );
  });
}

/** A number of the caller's: of one of their conversations, or of one of their patients, now or when it passed on. */
async function requirePhone(tx: Ctx, phoneId: string): Promise<string> {
  const [thread] = await tx.db
    .select({ programId: threads.programId })
    .from(threads)
    .where(and(eq(threads.phoneId, phoneId), inReach(tx, threads.programId)))
    .limit(1);
  if (thread) return thread.programId;
  const [link] = await tx.db
    .select({ programId: programPatients.programId })
    .from(patientPhones)
    .innerJoin(programPatients, eq(programPatients.patientId, patientPhones.patientId))
    .where(
      and(
        eq(patientPhones.phoneId, phoneId),
        sql`(${patientPhones.validUntil} is null or ${patientPhones.ending} = 'reassigned')`,
        inArray(programPatients.programId, programIdsOf(tx)),
      ),
    )
    .limit(1);
  if (!link) throw new NotFound();
  return link.programId;
}

async function linkedTo(tx: Ctx, phoneId: string, which: ReturnType<typeof and>): Promise<string[]> {
  const links = await tx.db
    .selectDistinct({ patientId: patientPhones.patientId })
    .from(patientPhones)
    .where(and(eq(patientPhones.phoneId, phoneId), which))
    .limit(1_000);
  return links.map((link) => link.patientId);
}

/** When it passed on before that: what was written until then is of somebody else, and stays hidden. */
export async function passedOnBefore(ctx: Ctx, phoneId: string, before: Date): Promise<Date | null> {
  const [earlier] = await ctx.db
    .select({ at: patientPhones.validUntil })
    .from(patientPhones)
    .where(
      and(
        eq(patientPhones.phoneId, phoneId),
        eq(patientPhones.ending, "reassigned"),
        lt(patientPhones.validUntil, before),
      ),
    )
    .orderBy(desc(patientPhones.validUntil))
    .limit(1);
  return earlier?.at ?? null;
}

/** Tells the patients' programs, and those that have a conversation with this number. */
async function announcePhone(tx: Ctx, phoneId: string, patientIds: readonly string[]): Promise<void> {
  const talks = await tx.db
    .select({ threadId: threads.id, programId: threads.programId })
    .from(threads)
    .where(eq(threads.phoneId, phoneId))
    .limit(100);
  await record(tx, ...talks.map((talk) => ({ kind: "thread.changed" as const, ...talk })));
  await announcePatients(tx, patientIds, "patient.changed");
}
