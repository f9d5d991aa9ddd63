import { and, asc, eq, isNull, notInArray, sql } from "drizzle-orm";
import { integers } from "@/db/client";
import { outcomeFiles, outcomeRows } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { open } from "@/lib/phi/seal";
import { restingPlace } from "@/lib/resting";
import { addNews, type Waiting } from "./adding";
import type { StartImportInput } from "./inputs";
import type { OutcomeKind } from "./types";
import type { RowContent } from "./verdict";

// A writing transaction has 500 ms at most; a batch takes about a fifth of that.
const batchRows = 1_000;

const resting = restingPlace("outcome file");

const isWaiting = and(eq(outcomeRows.verdict, "import"), isNull(outcomeRows.committedAt));

interface Committing {
  id: string;
  programId: string;
  kind: OutcomeKind;
}

/** Says yes to a checked file. A loop of the worker then imports it in batches. */
export async function startImport(ctx: Ctx, { fileId }: StartImportInput): Promise<void> {
  authorize(ctx, "outcome.commit");

  await inTransaction(ctx, async (tx) => {
    const [file] = await tx.db
      .select({ programId: outcomeFiles.programId, matched: outcomeFiles.matched })
      .from(outcomeFiles)
      .where(and(eq(outcomeFiles.id, fileId), inReach(tx, outcomeFiles.programId)))
      .limit(1);
    if (!file) throw new NotFound();

    const [started] = await tx.db
      .update(outcomeFiles)
      .set({ state: "committing" })
      .where(and(eq(outcomeFiles.id, fileId), eq(outcomeFiles.state, "checked")))
      .returning({ id: outcomeFiles.id });
    if (!started)
      throw new Conflict(
        "This file is not waiting to be imported any more. Somebody else may have started it.",
      );
    if (file.matched === 0)
      throw new Blocked("Nothing in this file is new: there is nothing to import. Nothing was changed.");

    const { programId, matched: rows } = file;
    await audit(tx, "outcomes.commit-started", { programId, outcomeFileId: fileId, rows });
    await record(tx, { kind: "outcomes.changed", programId });
  });
}

/**
 * Imports the next rows of one file, all in one short transaction: a worker killed at any moment leaves whole batches
 * only. Returns how many rows; 0 when nothing waits. Several may run at once, each with another file.
 */
export async function commitOutcomeBatch(ctx: Ctx): Promise<number> {
  const tired = resting.ids(ctx);
  return inTransaction(ctx, async (tx) => {
    const [file] = await tx.db
      .select({ id: outcomeFiles.id, programId: outcomeFiles.programId, kind: outcomeFiles.kind })
      .from(outcomeFiles)
      .where(
        and(
          eq(outcomeFiles.state, "committing"),
          tired.length > 0 ? notInArray(outcomeFiles.id, tired) : undefined,
        ),
      )
      .orderBy(asc(outcomeFiles.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!file) return 0;
    return resting.attempt(tx, file.id, () => commitNext(tx, file));
  });
}

async function commitNext(tx: Ctx, file: Committing): Promise<number> {
  const waiting = await waitingOf(tx, file);
  const { added, known } = await addNews(tx, file, waiting);
  const ofFile = (lines: readonly number[]) =>
    and(eq(outcomeRows.fileId, file.id), sql`${outcomeRows.line} = any (${integers(lines)})`);
  if (added.length > 0) await tx.db.update(outcomeRows).set({ committedAt: tx.now }).where(ofFile(added));
  // Somebody else recorded them since the file was checked: they are counted as what they are.
  if (known.length > 0)
    await tx.db
      .update(outcomeRows)
      .set({ verdict: "known", reasons: ["recorded"] })
      .where(ofFile(known));

  // We hold the file, and a committing one gets no more rows: fewer than asked for were the last.
  const finished = waiting.length < batchRows;
  const [after] = await tx.db
    .update(outcomeFiles)
    .set({
      committed: sql`${outcomeFiles.committed} + ${added.length}`,
      matched: sql`${outcomeFiles.matched} - ${known.length}`,
      known: sql`${outcomeFiles.known} + ${known.length}`,
      ...(finished ? { state: "committed" as const, committedAt: tx.now } : {}),
    })
    .where(eq(outcomeFiles.id, file.id))
    .returning({ committed: outcomeFiles.committed });
  const { programId } = file;
  if (finished)
    await audit(tx, "outcomes.committed", {
      ...{ programId, outcomeFileId: file.id, rows: after?.committed ?? 0 },
    });
  await record(tx, { kind: "outcomes.changed", programId });
  return waiting.length;
}

async function waitingOf(tx: Ctx, file: Committing): Promise<Waiting[]> {
  const rows = await tx.db
    .select({ line: outcomeRows.line, content: outcomeRows.content, patientId: outcomeRows.patientId })
    .from(outcomeRows)
    .where(and(eq(outcomeRows.fileId, file.id), isWaiting))
    .orderBy(asc(outcomeRows.line))
    .limit(batchRows);
  return rows.map(({ line, content, patientId: namedId }) => {
    const { row } = openContent(file.id, line, content);
    if (!row || !namedId) throw new Error("A row that is to be imported says nothing, or of nobody.");
    return { line, row, namedId };
  });
}

export const openContent = (fileId: string, line: number, content: Buffer): RowContent =>
  JSON.parse(open("outcome_rows.content", `${fileId}:${line}`, content)) as RowContent;
