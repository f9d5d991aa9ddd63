import { and, arrayContains, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { uuids } from "@/db/client";
import { patientMerges, programPatients } from "@/db/schema";
import type { Ctx } from "@/lib/context";

type Merge = typeof patientMerges.$inferSelect;

/**
 * A file names these records, by their own member numbers, for a program: whoever got into it by a merge is in it by
 * themselves from now on, and parting the records leaves them there. The caller has locked the records.
 */
export async function standByThemselves(
  tx: Ctx,
  programId: string,
  patientIds: readonly string[],
): Promise<void> {
  await tx.db
    .update(patientMerges)
    .set({ addedPrograms: sql`array_remove(${patientMerges.addedPrograms}, ${programId}::uuid)` })
    .where(
      and(
        sql`${patientMerges.keptId} = any(${uuids(patientIds)})`,
        isNull(patientMerges.undoneAt),
        arrayContains(patientMerges.addedPrograms, [programId]),
      ),
    );
}

/** The merged record is in its programs again, and the kept one leaves those in which it is by this merge alone. */
export async function putBackPrograms(tx: Ctx, merge: Merge): Promise<void> {
  const { keptId, mergedId, before } = merge;
  if (before.memberships.length > 0)
    await tx.db
      .insert(programPatients)
      .values(
        before.memberships.map(({ addedAt, ...membership }) => ({
          ...{ ...membership, patientId: mergedId },
          addedAt: new Date(addedAt),
        })),
      )
      .onConflictDoNothing();
  const leaving: string[] = [];
  for (const programId of merge.addedPrograms)
    if (!(await isHandedOn(tx, merge, programId))) leaving.push(programId);
  if (leaving.length > 0)
    await tx.db
      .delete(programPatients)
      .where(and(eq(programPatients.patientId, keptId), inArray(programPatients.programId, leaving)));
}

/** Another record of the kept one brought that program along too: it is by that merge that they stay in it. */
async function isHandedOn(tx: Ctx, { id, keptId }: Merge, programId: string): Promise<boolean> {
  const [other] = await tx.db
    .select({ id: patientMerges.id })
    .from(patientMerges)
    .where(
      and(
        eq(patientMerges.keptId, keptId),
        ne(patientMerges.id, id),
        isNull(patientMerges.undoneAt),
        arrayContains(patientMerges.leftPrograms, [programId]),
      ),
    )
    .orderBy(asc(patientMerges.id))
    .limit(1);
  if (!other) return false;
  await tx.db
    .update(patientMerges)
    .set({ addedPrograms: sql`array_append(${patientMerges.addedPrograms}, ${programId}::uuid)` })
    .where(eq(patientMerges.id, other.id));
  return true;
}
