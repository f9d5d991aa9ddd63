import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { integers, rowsOf, uuids } from "@/db/client";
import { rosterRows, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { preparePeople, upsertPatients } from "@/lib/patients/enrolling";
import { restingPlace } from "@/lib/resting";
import { openContent } from "./checked-rows";
import { changeRoster, type RosterRef } from "./failing";
import type { RosterInput } from "./inputs";

// A writing transaction has 500 ms at most. With five times as many processes as cores, this many took 840 ms.
export const batchRows = 500;

/** So many are written at once: one statement is waited for while another runs. */
const writtenAtOnce = 2;

/** So many batches before the worker looks whether it is to stop. */
const batchesAtOnce = 40;

const resting = restingPlace("roster");

const isWaiting = and(eq(rosterRows.verdict, "import"), isNull(rosterRows.committedAt));

/** Says yes to a checked roster. A loop of the worker then imports it in batches. */
export async function startCommit(ctx: Ctx, { rosterId }: RosterInput): Promise<void> {
  authorize(ctx, "roster.commit");

  await inTransaction(ctx, async (tx) => {
    const [roster] = await tx.db
      .select({
        ...{ id: rosters.id, programId: rosters.programId },
        ...{ rows: rosters.rows, rejected: rosters.rejected },
      })
      .from(rosters)
      .where(and(eq(rosters.id, rosterId), inReach(tx, rosters.programId)))
      .limit(1);
    if (!roster) throw new NotFound();
    const importable = roster.rows - roster.rejected;

    if (!(await changeRoster(tx, roster, "checked", { state: "committing" })))
      throw new Conflict(
        "This roster is not waiting to be imported any more. Somebody else may have started it.",
      );
    if (importable === 0)
      throw new Blocked("No row of this roster can be imported. Correct the file and upload it again.");

    await audit(tx, "roster.commit-started", { programId: roster.programId, rosterId, rows: importable });
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId });
  });
}

/**
 * Imports the next rows of one roster, each batch in one short transaction: a worker killed at any moment leaves whole
 * batches only. Returns how many rows; 0 when nothing waits. Several workers may run at once.
 */
export async function commitRows(ctx: Ctx, stopped?: AbortSignal, batches = batchesAtOnce): Promise<number> {
  const [roster] = await rowsOf<{ id: string; program_id: string }>(
    ctx.db,
    sql`select id, program_id from rosters
        where state = 'committing' and id <> all (${uuids(resting.ids(ctx))})
        order by id limit 1`,
  );
  if (!roster) return 0;
  const ref = { id: roster.id, programId: roster.program_id };
  return resting.attempt(ctx, ref.id, () => commitBatches(ctx, ref, { batches, stopped }));
}

/** Batches are opened and sealed one after the other, while the ones before them are written. */
async function commitBatches(
  ctx: Ctx,
  roster: RosterRef,
  { batches, stopped }: { batches: number; stopped: AbortSignal | undefined },
): Promise<number> {
  let left = batches;
  let after = 0;
  let preparing: Promise<unknown> = Promise.resolve();
  const next = () => {
    const prepared = preparing.then(async () => {
      const batch = await prepareBatch(ctx, roster, after);
      after = batch.lastLine;
      return batch;
    });
    preparing = prepared;
    return prepared;
  };
  const writeAll = async (): Promise<number> => {
    let total = 0;
    while (left > 0 && !stopped?.aborted) {
      left -= 1;
      const prepared = await next();
      const done = prepared.lines.length > 0 ? await saveBatch(ctx, roster, prepared) : 0;
      total += done;
      if (done === 0) left = 0;
    }
    return total;
  };
  // All are waited for, also when one fails: nothing goes on writing behind our back.
  const written = await Promise.allSettled(Array.from({ length: writtenAtOnce }, writeAll));
  return written.reduce((total, each) => {
    if (each.status === "rejected") throw each.reason;
    return total + each.value;
  }, 0);
}

type Prepared = Awaited<ReturnType<typeof prepareBatch>>;

async function prepareBatch(ctx: Ctx, { id }: RosterRef, after: number) {
  const waiting = await ctx.db
    .select({ line: rosterRows.line, content: rosterRows.content })
    .from(rosterRows)
    .where(and(eq(rosterRows.rosterId, id), gt(rosterRows.line, after), isWaiting))
    .orderBy(asc(rosterRows.line))
    .limit(batchRows);
  const rows = waiting.flatMap(({ line, content }) => openContent(id, line, content).row ?? []);
  return {
    lines: waiting.map(({ line }) => line),
    lastLine: waiting.at(-1)?.line ?? after,
    people: await preparePeople(ctx, rows),
  };
}

/** Returns 0 when somebody else has imported any of these rows. */
async function saveBatch(ctx: Ctx, roster: RosterRef, { lines, people }: Prepared): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [taken] = await rowsOf<{ rows: number }>(
      tx.db,
      sql`with taken as (
            update roster_rows set committed_at = ${tx.now.toISOString()}::timestamptz
            where roster_id = ${roster.id} and line = any(${integers(lines)}) and committed_at is null
            returning 1)
          select count(*)::int as rows from taken`,
    );
    // Waited for, if somebody else takes them now: the next call reads what is left.
    if ((taken?.rows ?? 0) < lines.length) throw new Faster();
    await upsertPatients(tx, roster.programId, roster.id, people);
    await count(tx, roster, lines.length);
    return lines.length;
  }).catch((error: unknown) => {
    if (error instanceof Faster) return 0;
    throw error;
  });
}

class Faster extends Error {}

async function count(tx: Ctx, roster: RosterRef, rows: number): Promise<void> {
  const [after] = await rowsOf<{ committed: number; finished: boolean }>(
    tx.db,
    sql`update rosters set committed = committed + ${rows},
          state = case when committed + ${rows} < rows - rejected then state else 'committed' end,
          committed_at = case when committed + ${rows} < rows - rejected then null
            else ${tx.now.toISOString()}::timestamptz end
        where id = ${roster.id} and state = 'committing'
        returning committed, state = 'committed' as finished`,
  );
  if (!after) throw new Faster();
  if (after.finished)
    await audit(tx, "roster.committed", {
      ...{ programId: roster.programId, rosterId: roster.id, rows: after.committed },
    });
  await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
}
