import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { Invalid } from "@/lib/errors";
import { begin, decoded, delimiterOf, type FileBytes, limited, refuseOtherFormats } from "./bytes";
import { type Heading, readHeading } from "./heading";
import { uploadLimit } from "./types";
import { type JudgedRow, judge } from "./verdict";

export interface JudgedLine extends JudgedRow {
  /** As a spreadsheet numbers it: 1 is the heading. */
  line: number;
}

/**
 * Reads a file row by row and hands on each row with its verdict. Throws Invalid with a sentence when
 * the file as a whole cannot be read; rows handed on before that are worth nothing.
 * `today` is YYYY-MM-DD.
 */
export async function readFile(
  bytes: FileBytes,
  today: string,
  hand: (row: JudgedLine) => Promise<void>,
): Promise<void> {
  const { first, all } = await begin(limited(bytes));
  refuseOtherFormats(first);
  const parser = parse({
    bom: true,
    // Cells stay bytes, so that each is decoded by itself: one file may hold both encodings.
    encoding: null,
    delimiter: delimiterOf(first),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    relax_quotes: true,
    max_record_size: 64_000,
  });
  // Stopping early aborts the source, and the pipeline may report that instead of why.
  let why: unknown;
  try {
    await pipeline(Readable.from(all, { objectMode: false }), parser, async (records: Records) => {
      await judgeAll(records, today, hand).catch((error: unknown) => {
        why = error;
        throw error;
      });
    });
  } catch (error) {
    const cause = why ?? error;
    throw cause instanceof CsvError ? new Invalid(csvSentence(cause)) : cause;
  }
}

type Records = AsyncIterable<{ record: (Buffer | string)[]; info: { records: number; empty_lines: number } }>;

async function judgeAll(records: Records, today: string, hand: (row: JudgedLine) => Promise<void>) {
  let rows = 0;
  let heading: Heading | undefined;
  const lineByMember = new Map<string, number>();

  for await (const { record, info } of records) {
    const cells = record.map(decoded);
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (!heading) {
      heading = readHeading(cells);
      continue;
    }
    rows += 1;
    if (rows > uploadLimit.rows) throw new Invalid(tooManyRows);
    const line = info.records + info.empty_lines;
    await hand({ line, ...onlyOnce(judge(cells, heading, today), line, lineByMember) });
  }
  if (!heading) throw new Invalid("The file is empty. Nothing was imported.");
  if (rows === 0) throw new Invalid("The file has a heading but no rows. Nothing was imported.");
}

/** The first row that can be imported counts; a row that is rejected anyway takes nobody's place. */
function onlyOnce(judged: JudgedRow, line: number, lineByMember: Map<string, number>): JudgedRow {
  if (judged.verdict === "reject") return judged;
  const member = judged.content.memberNumber.toUpperCase();
  const earlier = lineByMember.get(member);
  if (earlier === undefined) {
    lineByMember.set(member, line);
    return judged;
  }
  const content = { ...judged.content, row: null };
  return { content, verdict: "reject", reasons: [`duplicate_member:${earlier}`] };
}

const tooManyRows = `The file has more than ${uploadLimit.rows.toLocaleString("en-US")} rows. Split it and upload the parts one after the other. Nothing was imported.`;
function csvSentence(error: CsvError): string {
  const unclosed = ["CSV_QUOTE_NOT_CLOSED", "CSV_MAX_RECORD_SIZE"].includes(error.code);
  return unclosed
    ? "A quotation mark is opened and never closed, so the rows after it cannot be told apart. Save the file anew as CSV and upload it again. Nothing was imported."
    : "The file cannot be read as CSV. Save it anew as CSV UTF-8 and upload it again. Nothing was imported.";
}
