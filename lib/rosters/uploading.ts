import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { rosterRows, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import type { FileBytes } from "@/lib/csv-file";
import { Conflict, Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import type { UploadRosterInput } from "./inputs";
import { type JudgedLine, readFile } from "./reading";

const batchRows = 500;

interface Reading {
  id: string;
  programId: string;
}

/**
 * Reads an uploaded file into a roster and returns its id, also when the file as a whole cannot be
 * read: the roster then says why. The file itself is kept nowhere.
 */
export async function uploadRoster(
  ctx: Ctx,
  { programId, fileName, stream }: UploadRosterInput & { stream: FileBytes },
): Promise<string> {
  authorize(ctx, "roster.upload");
  const roster: Reading = { id: newId(), programId };
  const uploadedBy = ctx.actor.userId;

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    await tx.db.insert(rosters).values({
      id: roster.id,
      programId,
      fileName: seal("rosters.file_name", roster.id, fileName),
      state: "reading",
      uploadedBy,
      uploadedAt: tx.now,
    });
    await audit(tx, "roster.uploaded", { programId, rosterId: roster.id });
    await record(tx, { kind: "roster.changed", programId, rosterId: roster.id });
  });

  try {
    await readInto(ctx, roster, stream);
  } catch (error) {
    const sentence = error instanceof Invalid ? error.message : brokenOff;
    await fail(ctx, roster, sentence);
    if (!(error instanceof Invalid)) throw error;
  }
  return roster.id;
}

const ended = "This upload was ended while it was being read.";
const brokenOff = "The upload broke off before the end of the file. Nothing was imported. Upload it again.";

async function readInto(ctx: Ctx, roster: Reading, stream: FileBytes): Promise<void> {
  let waiting: JudgedLine[] = [];
  await readFile(stream, ctx.now.toISOString().slice(0, 10), async (line) => {
    waiting.push(line);
    if (waiting.length < batchRows) return;
    await save(ctx, roster, waiting);
    waiting = [];
  });
  if (waiting.length > 0) await save(ctx, roster, waiting);

  await inTransaction(ctx, async (tx) => {
    if (!(await change(tx, roster, { state: "checked" }))) throw new Conflict(ended);
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
  });
}

async function save(ctx: Ctx, roster: Reading, lines: readonly JudgedLine[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(rosterRows).values(
      lines.map(({ line, content, verdict, reasons }) => ({
        rosterId: roster.id,
        line,
        content: seal("roster_rows.content", `${roster.id}:${line}`, JSON.stringify(content)),
        verdict,
        reasons,
      })),
    );
    const rejected = lines.filter((line) => line.verdict === "reject").length;
    const counts = {
      rows: sql`${rosters.rows} + ${lines.length}`,
      rejected: sql`${rosters.rejected} + ${rejected}`,
    };
    if (!(await change(tx, roster, counts))) throw new Conflict(ended);
  });
}

/** A file that was not read to its end leaves a sentence, and none of its rows. */
async function fail(ctx: Ctx, roster: Reading, sentence: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const failed = await change(tx, roster, { state: "failed", failure: sentence, rows: 0, rejected: 0 });
    if (!failed) return;
    await tx.db.delete(rosterRows).where(eq(rosterRows.rosterId, roster.id));
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
  });
}

/** False when the roster is not being read any more. */
async function change(tx: Ctx, roster: Reading, to: PgUpdateSetSource<typeof rosters>): Promise<boolean> {
  const [changed] = await tx.db
    .update(rosters)
    .set(to)
    .where(and(eq(rosters.id, roster.id), eq(rosters.state, "reading")))
    .returning({ id: rosters.id });
  return changed !== undefined;
}
