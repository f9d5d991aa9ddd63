import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { patients } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import type { HoldInput } from "./inputs";
import { announcePatients, lockPatients, requirePatient } from "./patient-reach";

/** Held by a person or by the news of a death: no outreach goes, in any program. */
export const isHeld = inArray(patients.status, ["hold", "deceased"]);

// Of a death that only a file told of, a person's word makes what no later file undoes.
const mayBeHeldAs = {
  deceased: or(inArray(patients.status, ["active", "moved", "hold"]), isNull(patients.statusBy)),
  hold: inArray(patients.status, ["active", "moved"]),
};

/**
 * Something happened that outreach must not walk into: from now on none goes to this patient, in every program, also
 * what is in line already. Replies stay possible. Throws Conflict when that is so already.
 */
export async function holdPatient(ctx: Ctx, { patientId, reason }: HoldInput): Promise<void> {
  authorize(ctx, "patient.hold");
  const { userId } = ctx.actor;
  const status = reason === "death" ? "deceased" : "hold";

  await inTransaction(ctx, async (tx) => {
    const [{ id: programId }] = await requirePatient(tx, patientId);
    await lockPatients(tx, [patientId]);
    const [held] = await tx.db
      .update(patients)
      .set({ status, statusReason: reason, statusAt: tx.now, statusBy: userId })
      .where(and(eq(patients.id, patientId), mayBeHeldAs[status], isNull(patients.mergedInto)))
      .returning({ id: patients.id });
    if (!held)
      throw new Conflict("Outreach to this patient is on hold already. Look at the page again: it says why.");
    await audit(tx, "patient.held", { programId, patientId, holdReason: reason });
    await announcePatients(tx, [patientId], "patient.changed");
  });
}

/**
 * Outreach may go to this patient again. From then on a roster's word counts once more. Throws Conflict when
 * somebody else did it first, or when they are not on hold.
 */
export async function releasePatient(ctx: Ctx, { patientId }: { patientId: string }): Promise<void> {
  authorize(ctx, "patient.hold");

  await inTransaction(ctx, async (tx) => {
    const [{ id: programId }] = await requirePatient(tx, patientId);
    await lockPatients(tx, [patientId]);
    const [released] = await tx.db
      .update(patients)
      .set({ status: "active", statusReason: null, statusAt: tx.now, statusBy: null })
      .where(and(eq(patients.id, patientId), isHeld))
      .returning({ id: patients.id });
    if (!released) throw new Conflict("Outreach to this patient is not on hold any more.");
    await audit(tx, "patient.released", { programId, patientId });
    await announcePatients(tx, [patientId], "patient.changed");
  });
}
