import { and, eq, inArray, isNull } from "drizzle-orm";
import type { BeforeMerge } from "@/db/schema";
import { patientMerges, patientPhones, patients, programPatients } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { MergeInput } from "./inputs";
import { passOnConsents } from "./merge-consents";
import { requireProgramsOf } from "./merge-reach";
import { announcePatients, lockPatients, requirePatient } from "./patient-reach";

export interface Pair {
  keptId: string;
  mergedId: string;
}

/**
 * Two records are one person: what the one is in and is reached by passes to the other, and the first is only read
 * from then on, by way of the second. Whoever said no or is on hold stays so. Throws Conflict when one of them was joined
 * meanwhile, Blocked unless all programs of the merged one are the caller's.
 */
export async function mergePatients(ctx: Ctx, { keptId, mergedId }: MergeInput): Promise<void> {
  authorize(ctx, "patient.merge");
  const { userId } = ctx.actor;
  if (keptId === mergedId) throw new Invalid("This is one and the same record. Choose another one.");

  await inTransaction(ctx, async (tx) => {
    const pair = { keptId, mergedId };
    const [{ id: programId }] = await requirePatient(tx, keptId);
    await requirePatient(tx, mergedId);
    await lockPatients(tx, [keptId, mergedId]);
    const { kept, merged } = await readPair(tx, pair);
    await requireProgramsOf(tx, mergedId);

    const id = newId();
    const { before, ...moved } = await passOn(tx, pair, userId);
    const standing = await passOnStanding(tx, kept, merged);
    await tx.db.update(patients).set({ mergedInto: keptId }).where(eq(patients.id, mergedId));
    await tx.db.insert(patientMerges).values({
      ...{ id, keptId, mergedId, ...moved, before: { ...before, standing } },
      ...{ mergedBy: userId, mergedAt: tx.now },
    });
    await audit(tx, "patient.merged", { programId, patientId: keptId, mergedId, mergeId: id });
    await announcePatients(tx, [keptId], "patient.changed");
  });
}

async function readPair(tx: Ctx, { keptId, mergedId }: Pair) {
  const rows = await tx.db
    .select({
      id: patients.id,
      mergedInto: patients.mergedInto,
      status: patients.status,
      statusReason: patients.statusReason,
      statusAt: patients.statusAt,
      statusBy: patients.statusBy,
    })
    .from(patients)
    .where(inArray(patients.id, [keptId, mergedId]))
    .limit(2);
  const [kept, merged] = [keptId, mergedId].map((id) => rows.find((row) => row.id === id));
  if (!kept || !merged || kept.mergedInto || merged.mergedInto)
    throw new Conflict("One of these records was joined with another one meanwhile. Look at both again.");
  return { kept, merged };
}

/** Programs, phones and consents. What is taken from the merged record is kept for the undo. */
async function passOn(tx: Ctx, pair: Pair, userId: string) {
  const memberships = await tx.db
    .delete(programPatients)
    .where(eq(programPatients.patientId, pair.mergedId))
    .returning();
  const added = await tx.db
    .insert(programPatients)
    .values(memberships.map((membership) => ({ ...membership, patientId: pair.keptId })))
    .onConflictDoNothing()
    .returning({ programId: programPatients.programId });

  const links = await tx.db
    .update(patientPhones)
    .set({ validUntil: tx.now, ending: "merged", endedBy: userId })
    .where(and(eq(patientPhones.patientId, pair.mergedId), isNull(patientPhones.validUntil)))
    .returning();
  const addedPhones = await linkWhereNew(tx, pair.keptId, links);
  const endedPhones = links.map((link) => link.phoneId);
  const before: BeforeMerge = {
    memberships: memberships.map(({ programId, rosterId, addedAt }) => ({
      ...{ programId, rosterId },
      addedAt: addedAt.toISOString(),
    })),
    standing: null,
    consents: await passOnConsents(tx, pair, endedPhones),
  };
  return {
    addedPrograms: added.map((row) => row.programId),
    leftPrograms: memberships.map((row) => row.programId),
    ...{ addedPhones, endedPhones, before },
  };
}

/** A number that the kept record has or had gets no second link: of one that was ended somebody said that it is not theirs. */
async function linkWhereNew(
  tx: Ctx,
  keptId: string,
  links: (typeof patientPhones.$inferSelect)[],
): Promise<string[]> {
  const known = await tx.db
    .select({ phoneId: patientPhones.phoneId })
    .from(patientPhones)
    .where(eq(patientPhones.patientId, keptId))
    .limit(1_000);
  const ids = new Set(known.map((link) => link.phoneId));
  const added = links.filter((link) => !ids.has(link.phoneId));
  if (added.length > 0)
    await tx.db.insert(patientPhones).values(
      added.map(({ phoneId, relationship, validFrom }) => ({
        ...{ patientId: keptId, phoneId, relationship, validFrom },
      })),
    );
  return added.map((link) => link.phoneId);
}

type Record = Awaited<ReturnType<typeof readPair>>["kept"];

const weight = { active: 0, moved: 0, hold: 1, deceased: 2 } as const;

/** A hold or a death prevails. Returns how the kept record stood, where that changed. */
async function passOnStanding(tx: Ctx, kept: Record, merged: Record): Promise<BeforeMerge["standing"]> {
  if (weight[merged.status] <= weight[kept.status]) return null;
  const { status, statusReason, statusAt, statusBy } = merged;
  await tx.db
    .update(patients)
    .set({ status, statusReason, statusAt, statusBy })
    .where(eq(patients.id, kept.id));
  return {
    ...{ status: kept.status, statusReason: kept.statusReason, statusBy: kept.statusBy },
    statusAt: kept.statusAt?.toISOString() ?? null,
  };
}
