import { and, eq, isNull, sql } from "drizzle-orm";
import { messages, patientPhones, threads, wrongNumberReports } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { UndoReportInput, WrongNumberInput } from "./inputs";
import { announcePatients, lockPatients, lockPhone, requirePatient, requirePhoneOf } from "./patient-reach";
import type { Link } from "./phone-link";

/**
 * Somebody said that this number is not this patient's. Only their link to it ends: who else has it keeps it, and it is
 * no stop. No roster brings it back. Throws NotFound when it is not theirs any more.
 */
export async function reportWrongNumber(ctx: Ctx, input: WrongNumberInput): Promise<void> {
  authorize(ctx, "phone.report");
  const { userId } = ctx.actor;
  const { patientId, phoneId, threadId, messageId } = input;

  await inTransaction(ctx, async (tx) => {
    const [{ id: programId }] = await requirePatient(tx, patientId);
    await requireEvidence(tx, input);
    await lockPatients(tx, [patientId]);
    await requirePhoneOf(tx, patientId, phoneId);
    await tx.db
      .update(patientPhones)
      .set({ validUntil: tx.now, ending: "wrong_number", endedBy: userId })
      .where(isValidLink(input));
    const id = newId();
    await tx.db.insert(wrongNumberReports).values({
      ...{ patientId, id, phoneId, threadId, messageId },
      ...{ reportedBy: userId, reportedAt: tx.now },
    });
    await audit(tx, "phone.reported", {
      ...{ programId, patientId, phoneId, reportId: id },
      ...(threadId && { threadId }),
      ...(messageId && { messageId }),
    });
    await announcePatients(tx, [patientId], "patient.changed");
  });
}

/**
 * The number is theirs after all. Throws Conflict when somebody took it back first, or when the number has passed to
 * somebody else meanwhile.
 */
export async function undoWrongNumber(ctx: Ctx, { patientId, reportId }: UndoReportInput): Promise<void> {
  authorize(ctx, "phone.report");
  const { userId } = ctx.actor;

  await inTransaction(ctx, async (tx) => {
    const [{ id: programId }] = await requirePatient(tx, patientId);
    const { phoneId, reportedAt } = await findReport(tx, patientId, reportId);
    const passedOnAt = await lockPhone(tx, phoneId);
    await lockPatients(tx, [patientId]);
    if (passedOnAt && passedOnAt >= reportedAt)
      throw new Conflict("The number has passed to somebody else since then. The report stays.");
    const [undone] = await tx.db
      .update(wrongNumberReports)
      .set({ undoneAt: tx.now, undoneBy: userId })
      .where(and(isReport(patientId, reportId), isNull(wrongNumberReports.undoneAt)))
      .returning({ id: wrongNumberReports.id });
    if (!undone) throw new Conflict("This report was taken back already.");
    await tx.db
      .update(patientPhones)
      .set({ validUntil: null, ending: null, endedBy: null })
      .where(
        and(
          eq(patientPhones.patientId, patientId),
          eq(patientPhones.phoneId, phoneId),
          eq(patientPhones.ending, "wrong_number"),
          eq(patientPhones.validUntil, reportedAt),
        ),
      );
    await audit(tx, "phone.report-undone", { programId, patientId, phoneId, reportId });
    await announcePatients(tx, [patientId], "patient.changed");
  });
}

const isReport = (patientId: string, reportId: string) =>
  and(eq(wrongNumberReports.patientId, patientId), eq(wrongNumberReports.id, reportId));

async function findReport(tx: Ctx, patientId: string, reportId: string) {
  const [report] = await tx.db
    .select({ phoneId: wrongNumberReports.phoneId, reportedAt: wrongNumberReports.reportedAt })
    .from(wrongNumberReports)
    .where(isReport(patientId, reportId))
    .limit(1);
  if (!report) throw new NotFound();
  return report;
}

const isValidLink = ({ patientId, phoneId }: Link) =>
  and(
    eq(patientPhones.patientId, patientId),
    eq(patientPhones.phoneId, phoneId),
    isNull(patientPhones.validUntil),
  );

/** The conversation is one of this number and of the caller's, and the text stands in it. */
async function requireEvidence(tx: Ctx, { phoneId, threadId, messageId }: WrongNumberInput): Promise<void> {
  if (!threadId) return;
  const [found] = await tx.db
    .select({ hasText: sql<boolean>`${messages.id} is not null` })
    .from(threads)
    .leftJoin(messages, and(eq(messages.threadId, threads.id), sql`${messages.id} = ${messageId}::uuid`))
    .where(and(eq(threads.id, threadId), eq(threads.phoneId, phoneId), inReach(tx, threads.programId)))
    .limit(1);
  if (!found || (messageId && !found.hasText)) throw new NotFound();
}
