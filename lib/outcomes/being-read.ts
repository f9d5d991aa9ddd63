import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { integers, rowsOf, texts } from "@/db/client";
import { outcomeFiles } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { seal } from "@/lib/phi/seal";
import type { JudgedLine } from "./judging";
import type { OutcomeKind } from "./types";
import type { Rules } from "./verdict";

export const batchRows = 1_000;

export const headingPlace = "outcome_files.heading";

const ended = "This upload was ended while it was being read.";

/** A file while it arrives. */
export interface Reading extends Rules {
  id: string;
  programId: string;
  kind: OutcomeKind;
}

/** Keeps lines with their verdicts, and counts them. */
export async function saveLines(ctx: Ctx, file: Reading, lines: readonly JudgedLine[]): Promise<void> {
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
    await changeReading(tx, file, {
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

/** A file that was not read to its end leaves a sentence, and none of its rows: those go in batches, after it. */
export async function failReading(ctx: Ctx, file: Reading, sentence: string): Promise<void> {
  const none = { rows: 0, matched: 0, known: 0, rejected: 0, firstDay: null, lastDay: null, heading: null };
  const isFailed = await inTransaction(ctx, async (tx) => {
    const [failed] = await tx.db
      .update(outcomeFiles)
      .set({ state: "failed", failure: sentence, ...none })
      .where(isBeingRead(file))
      .returning({ id: outcomeFiles.id });
    if (failed) await record(tx, { kind: "outcomes.changed", programId: file.programId });
    return failed !== undefined;
  });
  let left = isFailed;
  while (left) {
    const gone = await rowsOf(
      ctx.db,
      sql`delete from outcome_rows where file_id = ${file.id}::uuid and line in (
            select line from outcome_rows where file_id = ${file.id}::uuid order by line limit ${batchRows})
          returning line`,
    );
    left = gone.length === batchRows;
  }
}

const isBeingRead = ({ id }: Reading) => and(eq(outcomeFiles.id, id), eq(outcomeFiles.state, "reading"));

/** Throws Conflict when the file is not being read any more. */
export async function changeReading(
  tx: Ctx,
  file: Reading,
  to: PgUpdateSetSource<typeof outcomeFiles>,
): Promise<void> {
  const [changed] = await tx.db
    .update(outcomeFiles)
    .set(to)
    .where(isBeingRead(file))
    .returning({ id: outcomeFiles.id });
  if (!changed) throw new Conflict(ended);
}
