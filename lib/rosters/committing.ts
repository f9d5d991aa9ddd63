import { and, asc, eq, gt, sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { rosterRows, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction, nowIn } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { type PreparedPeople, preparePeople, upsertPatients } from "@/lib/patients/enrolling";
import { restingPlace } from "@/lib/resting";
import { openContent } from "./checked-rows";
import { changeRoster, type RosterRef } from "./failing";
import type { RosterInput } from "./inputs";

// A writing transaction has 500 ms at most. On two cores and nothing else to do this many take 310; more processes
// than cores make it longer.
export const batchRows = 650;

/** So many are written at once: one statement is waited for while another runs. */
const writtenAtOnce = 2;

/** So many batches before the worker looks whether it is to stop. */
const batchesAtOnce = 40;

const resting = restingPlace("roster");

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
      after = batch.to;
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
      const done = prepared.rows > 0 ? await saveBatch(ctx, roster, prepared) : 0;
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

/** The next rows to import: all that can be, of the lines `from` to `to`. */
interface Prepared {
  from: number;
  to: number;
  rows: number;
  people: PreparedPeople;
}

async function prepareBatch(ctx: Ctx, { id }: RosterRef, after: number): Promise<Prepared> {
  const waiting = await ctx.db
    .select({ line: rosterRows.line, content: rosterRows.content })
    .from(rosterRows)
    .innerJoin(rosters, eq(rosters.id, rosterRows.rosterId))
    .where(
      and(
        ...[eq(rosterRows.rosterId, id), gt(rosterRows.line, after), eq(rosterRows.verdict, "import")],
        sql`not ${rosters.committedLines} @> ${rosterRows.line}`,
      ),
    )
    .orderBy(asc(rosterRows.line))
    .limit(batchRows);
  const rows = waiting.flatMap(({ line, content }) => openContent(id, line, content).row ?? []);
  return {
    ...{ from: waiting[0]?.line ?? after, to: waiting.at(-1)?.line ?? after, rows: waiting.length },
    people: await preparePeople(ctx, rows),
  };
}

/** Returns 0 when somebody else imports these rows now, or has imported some of them. */
async function saveBatch(ctx: Ctx, roster: RosterRef, batch: Prepared): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [free] = await rowsOf<{ ours: boolean }>(
      tx.db,
      sql`select pg_try_advisory_xact_lock(hashtext('roster ' || id), ${batch.to}) as ours from rosters
          where id = ${roster.id} and ${isFree(batch)}`,
    );
    if (!free?.ours) throw new Faster();
    await upsertPatients(tx, roster.programId, roster.id, batch.people);
    await count(tx, roster, batch);
    return batch.rows;
  }).catch((error: unknown) => {
    if (error instanceof Faster) return 0;
    throw error;
  });
}

const linesOf = ({ from, to }: Prepared) => sql`int4multirange(int4range(${from}, ${to}, '[]'))`;

const isFree = (batch: Prepared) => sql`state = 'committing' and not committed_lines && ${linesOf(batch)}`;

class Faster extends Error {}

/** Last in its transaction: another batch of this roster waits for it. */
async function count(tx: Ctx, roster: RosterRef, batch: Prepared): Promise<void> {
  const isLast = sql`committed + ${batch.rows} >= rows - rejected`;
  const [after] = await rowsOf<{ committed: number; finished: boolean }>(
    tx.db,
    sql`update rosters set committed = committed + ${batch.rows},
          committed_lines = committed_lines + ${linesOf(batch)},
          state = case when ${isLast} then 'committed' else state end,
          committed_at = case when ${isLast} then ${nowIn(tx)} end
        where id = ${roster.id} and ${isFree(batch)}
        returning committed, state = 'committed' as finished`,
  );
  if (!after) throw new Faster();
  if (after.finished)
    await audit(tx, "roster.committed", {
      ...{ programId: roster.programId, rosterId: roster.id, rows: after.committed },
    });
  await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
}
