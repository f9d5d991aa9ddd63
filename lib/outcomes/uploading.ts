import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { Temporal } from "temporal-polyfill";
import { integers, texts } from "@/db/client";
import { outcomeFiles, outcomeRows, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import type { FileBytes } from "@/lib/csv-file";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import type { UploadOutcomesInput } from "./inputs";
import { type JudgedLine, judgeLines, type ReadLine, type Said } from "./judging";
import { readFile } from "./reading";
import { fileDaysBack, type OutcomeKind } from "./types";
import type { Rules } from "./verdict";

const batchRows = 1_000;

interface Reading extends Rules {
  id: string;
  programId: string;
  kind: OutcomeKind;
}

/**
 * Reads an uploaded file into rows with a verdict each and returns its id, also when the file as a whole cannot be
 * read: it then says why. The file itself is kept nowhere, and nothing of it counts before somebody says so.
 */
export async function uploadOutcomes(
  ctx: Ctx,
  { programId, kind, fileName, codes, stream }: UploadOutcomesInput & { stream: FileBytes },
): Promise<string> {
  authorize(ctx, "outcome.upload");
  const id = newId();
  const uploadedBy = ctx.actor.userId;

  const days = await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    await tx.db.insert(outcomeFiles).values({
      ...{ id, programId, kind, codes, state: "reading", uploadedBy, uploadedAt: tx.now },
      fileName: seal("outcome_files.file_name", id, fileName),
    });
    await audit(tx, "outcomes.uploaded", { programId, outcomeFileId: id, kind });
    await record(tx, { kind: "outcomes.changed", programId });
    return daysOf(tx, programId);
  });

  const file: Reading = { id, programId, kind, codes, ...days };
  try {
    await readInto(ctx, file, stream);
  } catch (error) {
    const sentence = error instanceof Invalid ? error.message : brokenOff;
    await fail(ctx, file, sentence);
    if (!(error instanceof Invalid)) throw error;
  }
  return id;
}

const ended = "This upload was ended while it was being read.";
const brokenOff = "The upload broke off before the end of the file. Nothing was imported. Upload it again.";

async function daysOf(tx: Ctx, programId: string): Promise<Pick<Rules, "earliest" | "today">> {
  const [program] = await tx.db
    .select({ zone: programs.timeZone })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1);
  if (!program) throw new NotFound();
  const moment = Temporal.Instant.fromEpochMilliseconds(tx.now.getTime());
  const today = moment.toZonedDateTimeISO(program.zone).toPlainDate();
  return { today: today.toString(), earliest: today.subtract({ days: fileDaysBack }).toString() };
}

async function readInto(ctx: Ctx, file: Reading, stream: FileBytes): Promise<void> {
  const said: Said = new Map();
  let waiting: ReadLine[] = [];
  const save = async () => {
    await saveLines(ctx, file, await judgeLines(ctx, file, waiting, said));
    waiting = [];
  };
  await readFile(stream, file, {
    heading: (cells) => change(ctx, file, { heading: seal(headingPlace, file.id, JSON.stringify(cells)) }),
    async row(line) {
      waiting.push(line);
      if (waiting.length >= batchRows) await save();
    },
  });
  if (waiting.length > 0) await save();

  await inTransaction(ctx, async (tx) => {
    await change(tx, file, { state: "checked" });
    await record(tx, { kind: "outcomes.changed", programId: file.programId });
  });
}

export const headingPlace = "outcome_files.heading";

async function saveLines(ctx: Ctx, file: Reading, lines: readonly JudgedLine[]): Promise<void> {
  const of = (verdict: JudgedLine["verdict"]) => lines.filter((line) => line.verdict === verdict).length;
  const days = lines.flatMap(({ content }) => content.row?.day ?? []).sort();
  const [first = null, last = null] = [days.at(0), days.at(-1)];
  await inTransaction(ctx, async (tx) => {
    // Columns as one parameter each: thousands of parameters take the driver longer than the sealing.
    await tx.db.execute(sql`
      insert into outcome_rows (file_id, line, content, verdict, reasons, patient_id)
      select ${file.id}::uuid, line, decode(content, 'hex'), verdict, string_to_array(reasons, ' '), patient_id
      from unnest(${integers(lines.map(({ line }) => line))}, ${texts(lines.map((line) => sealed(file, line)))},
        ${texts(lines.map(({ verdict }) => verdict))}, ${texts(lines.map(({ reasons }) => reasons.join(" ")))},
        ${texts(lines.map(({ patientId }) => patientId))}::uuid[])
        as said (line, content, verdict, reasons, patient_id)`);
    await change(tx, file, {
      rows: sql`${outcomeFiles.rows} + ${lines.length}`,
      matched: sql`${outcomeFiles.matched} + ${of("import")}`,
      known: sql`${outcomeFiles.known} + ${of("known")}`,
      rejected: sql`${outcomeFiles.rejected} + ${of("reject")}`,
      firstDay: sql`least(${outcomeFiles.firstDay}, ${first}::date)`,
      lastDay: sql`greatest(${outcomeFiles.lastDay}, ${last}::date)`,
    });
  });
}

const sealed = ({ id }: Reading, { line, content }: JudgedLine): string =>
  seal("outcome_rows.content", `${id}:${line}`, JSON.stringify(content)).toString("hex");

/** A file that was not read to its end leaves a sentence, and none of its rows. */
async function fail(ctx: Ctx, file: Reading, sentence: string): Promise<void> {
  const none = { rows: 0, matched: 0, known: 0, rejected: 0, firstDay: null, lastDay: null, heading: null };
  await inTransaction(ctx, async (tx) => {
    const [failed] = await tx.db
      .update(outcomeFiles)
      .set({ state: "failed", failure: sentence, ...none })
      .where(isBeingRead(file))
      .returning({ id: outcomeFiles.id });
    if (!failed) return;
    await tx.db.delete(outcomeRows).where(eq(outcomeRows.fileId, file.id));
    await record(tx, { kind: "outcomes.changed", programId: file.programId });
  });
}

const isBeingRead = ({ id }: Reading) => and(eq(outcomeFiles.id, id), eq(outcomeFiles.state, "reading"));

/** Throws Conflict when the file is not being read any more. */
async function change(tx: Ctx, file: Reading, to: PgUpdateSetSource<typeof outcomeFiles>): Promise<void> {
  const [changed] = await tx.db
    .update(outcomeFiles)
    .set(to)
    .where(isBeingRead(file))
    .returning({ id: outcomeFiles.id });
  if (!changed) throw new Conflict(ended);
}
