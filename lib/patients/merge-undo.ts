import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { BeforeMerge } from "@/db/schema";
import { patientMerges, patientPhones, patients, phones } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { takeBackConsents } from "./merge-consents";
import { putBackPrograms } from "./merge-programs";
import { requireAll } from "./merge-reach";
import { announcePatients, lockPatients, requirePatient } from "./patient-reach";

type Merge = typeof patientMerges.$inferSelect;

/**
 * They were two people after all: puts back what joining them changed, unless somebody changed it since. Returns a
 * sentence for each thing that stays. Throws Conflict when it was undone already, or the kept record was joined itself.
 */
export async function undoMerge(ctx: Ctx, { mergeId }: { mergeId: string }): Promise<string[]> {
  authorize(ctx, "patient.merge");
  const { userId } = ctx.actor;

  return inTransaction(ctx, async (tx) => {
    const { keptId, mergedId, leftPrograms } = await findMerge(tx, mergeId);
    const [{ id: programId }] = await requirePatient(tx, keptId);
    await requireAll(tx, leftPrograms);
    await lockPatients(tx, [keptId, mergedId]);
    // As it is now that the records are locked: a file may have changed what is undone.
    const [merge] = await tx.db
      .update(patientMerges)
      .set({ undoneAt: tx.now, undoneBy: userId })
      .where(and(eq(patientMerges.id, mergeId), isNull(patientMerges.undoneAt)))
      .returning();
    if (!merge) throw new Conflict("These records were parted already. Look at both again.");
    const [kept] = await tx.db.select().from(patients).where(eq(patients.id, keptId)).limit(1);
    if (!kept || kept.mergedInto)
      throw new Conflict(
        "The record that was kept has been joined with another one since. Part those first.",
      );

    await tx.db.update(patients).set({ mergedInto: null }).where(eq(patients.id, mergedId));
    await putBackPrograms(tx, merge);
    const stays = [...(await putBackPhones(tx, merge)), ...(await putBackStanding(tx, merge, kept))];
    if ((await takeBackConsents(tx, keptId, merge.before.consents)).noStays)
      stays.push(
        "That they take no texts at a number came with the other record and stays. Record consent if they agree.",
      );
    await audit(tx, "patient.unmerged", { programId, patientId: keptId, mergedId, mergeId });
    await announcePatients(tx, [keptId, mergedId], "patient.changed");
    return stays;
  });
}

async function findMerge(tx: Ctx, mergeId: string): Promise<Merge> {
  const [merge] = await tx.db.select().from(patientMerges).where(eq(patientMerges.id, mergeId)).limit(1);
  if (!merge) throw new NotFound();
  return merge;
}

/** A number that somebody has since reported, or that passed on, comes back to neither record. */
async function putBackPhones(
  tx: Ctx,
  { keptId, mergedId, addedPhones, endedPhones, mergedAt }: Merge,
): Promise<string[]> {
  if (endedPhones.length === 0) return [];
  const endedSince = await tx.db
    .select({ phoneId: patientPhones.phoneId })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(
      and(
        inArray(patientPhones.phoneId, endedPhones),
        sql`(${phones.reassignedAt} >= ${mergedAt.toISOString()}::timestamptz
          or (${eq(patientPhones.patientId, keptId)} and ${patientPhones.validUntil} >= ${mergedAt.toISOString()}::timestamptz))`,
      ),
    )
    .limit(1_000);
  const stay = new Set(endedSince.map((link) => link.phoneId));
  const back = endedPhones.filter((id) => !stay.has(id));
  if (back.length > 0)
    await tx.db
      .update(patientPhones)
      .set({ validUntil: null, ending: null, endedBy: null })
      .where(
        and(
          eq(patientPhones.patientId, mergedId),
          inArray(patientPhones.phoneId, back),
          eq(patientPhones.ending, "merged"),
          eq(patientPhones.validUntil, mergedAt),
        ),
      );
  const taken = addedPhones.filter((id) => !stay.has(id));
  if (taken.length > 0)
    await tx.db
      .delete(patientPhones)
      .where(
        and(
          eq(patientPhones.patientId, keptId),
          inArray(patientPhones.phoneId, taken),
          isNull(patientPhones.validUntil),
        ),
      );
  return stay.size > 0
    ? ["A number that was reported wrong or passed to somebody else since then comes back to neither record."]
    : [];
}

async function putBackStanding(
  tx: Ctx,
  { keptId, mergedId, before: { standing } }: Merge,
  kept: typeof patients.$inferSelect,
): Promise<string[]> {
  if (!standing) return [];
  const [merged] = await tx.db.select().from(patients).where(eq(patients.id, mergedId)).limit(1);
  const isAsMerged =
    merged &&
    kept.status === merged.status &&
    kept.statusBy === merged.statusBy &&
    kept.statusAt?.getTime() === merged.statusAt?.getTime();
  if (!isAsMerged)
    return ["Whether outreach goes to the record that was kept was changed since then, and stays as it is."];
  const { statusAt, ...rest } = standing satisfies BeforeMerge["standing"];
  await tx.db
    .update(patients)
    .set({ ...rest, statusAt: statusAt ? new Date(statusAt) : null })
    .where(eq(patients.id, keptId));
  return [];
}
