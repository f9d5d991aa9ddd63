import { and, asc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { rosterRows, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { upsertPatients } from "@/lib/patients/enrolling";
import { open } from "@/lib/phi/seal";
import { restingPlace } from "@/lib/resting";
import type { StartCommitInput } from "./inputs";
import type { RowContent } from "./verdict";

// 500 new people can take 300 ms, and a writing transaction has 500 ms at most.
const batchRows = 250;

const resting = restingPlace("roster");

const isWaiting = and(eq(rosterRows.verdict, "import"), isNull(rosterRows.committedAt));

/** Says yes to a checked roster. A loop of the worker then imports it in batches. */
export async function startCommit(ctx: Ctx, { rosterId }: StartCommitInput): Promise<void> {
  authorize(ctx, "roster.commit");

  await inTransaction(ctx, async (tx) => {
    const [roster] = await tx.db
      .select({ programId: rosters.programId, rows: rosters.rows, rejected: rosters.rejected })
      .from(rosters)
      .where(and(eq(rosters.id, rosterId), inReach(tx, rosters.programId)))
      .limit(1);
    if (!roster) throw new NotFound();
    const importable = roster.rows - roster.rejected;

    const [started] = await tx.db
      .update(rosters)
      .set({ state: "committing" })
      .where(and(eq(rosters.id, rosterId), eq(rosters.state, "checked")))
      .returning({ id: rosters.id });
    if (!started)
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
 * Imports the next rows of one roster, all in one short transaction: a worker killed at any moment
 * leaves whole batches only. Returns how many rows; 0 when nothing waits. Several may run at once,
 * each with another roster.
 */
export async function commitBatch(ctx: Ctx): Promise<number> {
  const tired = resting.ids(ctx);
  return inTransaction(ctx, async (tx) => {
    const [roster] = await tx.db
      .select({ id: rosters.id, programId: rosters.programId })
      .from(rosters)
      .where(
        and(eq(rosters.state, "committing"), tired.length > 0 ? notInArray(rosters.id, tired) : undefined),
      )
      .orderBy(asc(rosters.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!roster) return 0;
    return resting.attempt(tx, roster.id, () => commitNext(tx, roster));
  });
}

async function commitNext(tx: Ctx, roster: { id: string; programId: string }): Promise<number> {
  const waiting = await tx.db
    .select({ line: rosterRows.line, content: rosterRows.content })
    .from(rosterRows)
    .where(and(eq(rosterRows.rosterId, roster.id), isWaiting))
    .orderBy(asc(rosterRows.line))
    .limit(batchRows);
  await upsertPatients(
    tx,
    roster.programId,
    roster.id,
    waiting.flatMap(({ line, content }) => openContent(roster.id, line, content).row ?? []),
  );
  const lines = waiting.map((row) => row.line);
  await tx.db
    .update(rosterRows)
    .set({ committedAt: tx.now })
    .where(and(eq(rosterRows.rosterId, roster.id), inArray(rosterRows.line, lines)));

  // We hold the roster, and a committing one gets no more rows: fewer than asked for were the last.
  const finished = waiting.length < batchRows;
  const [after] = await tx.db
    .update(rosters)
    .set({
      committed: sql`${rosters.committed} + ${lines.length}`,
      ...(finished ? { state: "committed" as const, committedAt: tx.now } : {}),
    })
    .where(eq(rosters.id, roster.id))
    .returning({ committed: rosters.committed });
  if (finished)
    await audit(tx, "roster.committed", {
      programId: roster.programId,
      rosterId: roster.id,
      rows: after?.committed ?? 0,
    });
  await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
  return lines.length;
}

export const openContent = (rosterId: string, line: number, content: Buffer): RowContent =>
  JSON.parse(open("roster_rows.content", `${rosterId}:${line}`, content)) as RowContent;
