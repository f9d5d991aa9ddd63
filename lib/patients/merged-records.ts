import { and, asc, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { digests, rowsOf, uuids } from "@/db/client";
import { patients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { lockPatients } from "./patient-reach";

/** This record and those that turned out to be doubles of it, also by way of another one. */
export const recordsOf = async (ctx: Ctx, patientId: string): Promise<string[]> =>
  (await recordsOfAll(ctx, [patientId])).get(patientId) ?? [patientId];

/** The same for several, each with its own. */
export async function recordsOfAll(ctx: Ctx, patientIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (patientIds.length === 0) return found;
  const rows = await rowsOf<{ kept: string; id: string }>(
    ctx.db,
    sql`with recursive records as (
          select id as kept, id from patients where id = any(${uuids(patientIds)})
          union select r.kept, p.id from patients p join records r on p.merged_into = r.id)
        select kept, id from records order by kept, id limit 5000`,
  );
  for (const { kept, id } of rows) found.set(kept, [...(found.get(kept) ?? []), id]);
  return found;
}

/** For each of these records the one that stands for the person now: itself, unless it was joined with another. */
export async function keptRecordsOf(ctx: Ctx, patientIds: readonly string[]): Promise<Map<string, string>> {
  if (patientIds.length === 0) return new Map();
  const rows = await rowsOf<{ asked: string; id: string }>(
    ctx.db,
    sql`with recursive chain as (
          select id as asked, id, merged_into from patients where id = any(${uuids(patientIds)})
          union select c.asked, p.id, p.merged_into from patients p join chain c on p.id = c.merged_into)
        select asked, id from chain where merged_into is null`,
  );
  return new Map(rows.map((row) => [row.asked, row.id]));
}

/**
 * A query of every record (id) that was joined with another, with the one that stands for the person now (kept_id).
 * It asks the small index of such records alone, and "distinct" tells the planner that each is there once.
 */
export const joinedRecords: SQL = sql`
  with recursive chain as (
    select id, merged_into as kept_id from patients where merged_into is not null
    union select c.id, p.merged_into from chain c join patients p on p.id = c.kept_id where p.merged_into is not null)
  select distinct on (id) id, kept_id from chain
  where not exists (select 1 from patients p where p.id = chain.kept_id and p.merged_into is not null)`;

/**
 * Locks the records with these member numbers until commit, and those that stand for them now: all in one order,
 * so that an import, a merge and its undo never wait for each other in a circle.
 */
export async function lockRecords(tx: Ctx, memberIndexes: Buffer[]) {
  const named = sql`${patients.memberIndex} = any(${digests(memberIndexes)})`;
  const joined = await tx.db
    .select({ id: patients.id })
    .from(patients)
    .where(and(named, isNotNull(patients.mergedInto)))
    .limit(memberIndexes.length);
  const kept = await keptRecordsOf(
    tx,
    joined.map(({ id }) => id),
  );
  const standing = [...kept.values()];
  const rows = await tx.db
    .select({
      id: patients.id,
      memberIndex: patients.memberIndex,
      rowDigest: patients.rowDigest,
      mergedInto: patients.mergedInto,
    })
    .from(patients)
    .where(standing.length > 0 ? or(named, inArray(patients.id, standing)) : named)
    .orderBy(asc(patients.memberIndex))
    .limit(memberIndexes.length + standing.length)
    .for("no key update");

  // Joined while we waited for the lock: rare, and the database ends a circle by itself.
  const now = await keptRecordsOf(
    tx,
    rows.flatMap((row) => (row.mergedInto ? [row.id] : [])),
  );
  const locked = new Set(rows.map((row) => row.id));
  const missed = [...now.values()].filter((id) => !locked.has(id));
  if (missed.length > 0) await lockPatients(tx, missed);
  return rows.map((row) => ({ ...row, keptId: now.get(row.id) ?? row.id }));
}

/** A file tells of a death under a number that only a joined record has. What a person decided stays. */
export async function passOnDeaths(tx: Ctx, keptIds: readonly string[]): Promise<void> {
  if (keptIds.length === 0) return;
  await tx.db
    .update(patients)
    .set({ status: "deceased", statusAt: tx.now })
    .where(
      and(
        inArray(patients.id, [...keptIds]),
        inArray(patients.status, ["active", "moved"]),
        isNull(patients.statusBy),
      ),
    );
}
