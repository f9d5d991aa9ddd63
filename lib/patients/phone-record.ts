import { and, eq, isNull } from "drizzle-orm";
import { patientPhones, phones, wrongNumberReports } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, Invalid, NotFound } from "@/lib/errors";
import type { AddPhoneInput, EndPhoneInput } from "./inputs";
import { lockPatients, requirePatient } from "./patient-reach";
import { ensurePhones } from "./phone-link";
import { parsePhone } from "./phone-number";
import { tellOfChange } from "./record";
import { type NotTextable, phoneProblemWords } from "./types";

/**
 * Adds a number to a patient by hand, and says why it cannot be texted, if so. It brings no consent with it. Throws
 * Invalid for what is no number, Conflict when it is theirs already, Blocked while it is reported as wrong for them.
 */
export async function addPhone(ctx: Ctx, input: AddPhoneInput): Promise<NotTextable | null> {
  authorize(ctx, "patient.change");
  const { patientId, relationship } = input;
  const phone = parsePhone(input.number);
  if (!phone.ok) {
    const sentence = phoneProblemWords[phone.reason];
    throw new Invalid(sentence, { number: [sentence] });
  }

  return inTransaction(ctx, async (tx) => {
    const [program] = await requirePatient(tx, patientId);
    await lockPatients(tx, [patientId]);
    const phoneId = (await ensurePhones(tx, [phone])).get(phone.e164);
    if (!phoneId) throw new NotFound();
    await refuseWrongNumber(tx, patientId, phoneId);

    const [there] = await linkOf(tx, patientId, phoneId);
    if (there) throw new Conflict("This number is on file for them already. Nothing was added.");
    const added = await tx.db
      .insert(patientPhones)
      .values({ patientId, phoneId, relationship, validFrom: tx.now })
      .onConflictDoNothing()
      .returning({ phoneId: patientPhones.phoneId });
    if (added.length === 0) throw new Conflict("This number was taken away just now. Try again in a moment.");

    await audit(tx, "patient.changed", { programId: program.id, patientId, phoneId, fields: "phone added" });
    await tellOfChange(tx, patientId, true);
    return notTextableOf(tx, phoneId);
  });
}

/** Ends that a number is this patient's. Its texts stay, and its stop. Throws Conflict when it is not theirs any more. */
export async function endPhone(ctx: Ctx, { patientId, phoneId }: EndPhoneInput): Promise<void> {
  authorize(ctx, "patient.change");
  const { userId } = ctx.actor;

  await inTransaction(ctx, async (tx) => {
    const [program] = await requirePatient(tx, patientId);
    await lockPatients(tx, [patientId]);
    const ended = await tx.db
      .update(patientPhones)
      .set({ validUntil: tx.now, ending: "removed", endedBy: userId })
      .where(isTheirs(patientId, phoneId))
      .returning({ phoneId: patientPhones.phoneId });
    if (ended.length === 0) throw new Conflict("That number is not this patient's any more.");
    await audit(tx, "patient.changed", { programId: program.id, patientId, phoneId, fields: "phone ended" });
    await tellOfChange(tx, patientId, true);
  });
}

const isTheirs = (patientId: string, phoneId: string) =>
  and(
    eq(patientPhones.patientId, patientId),
    eq(patientPhones.phoneId, phoneId),
    isNull(patientPhones.validUntil),
  );

const linkOf = (tx: Ctx, patientId: string, phoneId: string) =>
  tx.db
    .select({ phoneId: patientPhones.phoneId })
    .from(patientPhones)
    .where(isTheirs(patientId, phoneId))
    .limit(1);

async function refuseWrongNumber(tx: Ctx, patientId: string, phoneId: string): Promise<void> {
  const [report] = await tx.db
    .select({ id: wrongNumberReports.id })
    .from(wrongNumberReports)
    .where(
      and(
        eq(wrongNumberReports.patientId, patientId),
        eq(wrongNumberReports.phoneId, phoneId),
        isNull(wrongNumberReports.undoneAt),
      ),
    )
    .limit(1);
  if (report)
    throw new Blocked(
      "Somebody reported this number as wrong for them. Take that report back if it is theirs after all.",
    );
}

async function notTextableOf(tx: Ctx, phoneId: string): Promise<NotTextable | null> {
  const [phone] = await tx.db
    .select({ notTextable: phones.notTextable })
    .from(phones)
    .where(eq(phones.id, phoneId))
    .limit(1);
  return (phone?.notTextable ?? null) as NotTextable | null;
}
