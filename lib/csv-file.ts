import { isUtf8 } from "node:buffer";
import { CsvError, type Parser, parse } from "csv-parse";
import { Invalid } from "@/lib/errors";
import { fromWindows1252 } from "@/lib/windows-1252";

export type FileBytes = AsyncIterable<Uint8Array>;

export interface CsvRecord {
  cells: string[];
  /** As a spreadsheet numbers it: 1 is the first. */
  line: number;
  /** How many bytes of the file were read up to its end. */
  bytesRead: number;
}

/** So many bytes are parsed at a time, in one go: what else the process does waits for that long. */
const sliceBytes = 16_384;

/**
 * Hands on one record after the other, blank ones left out, with flat memory. Throws Invalid with a sentence when the
 * file as a whole cannot be read; what was handed on before that is worth nothing. Stops when `each` throws.
 */
export async function readRecords(
  bytes: FileBytes,
  limit: { bytes: number },
  each: (record: CsvRecord) => Promise<void>,
): Promise<void> {
  const { first, all } = await begin(limited(bytes, limit.bytes));
  refuseOtherFormats(first);
  let held: CsvRecord[] = [];
  const parser = parse({
    // Each byte is a letter, and each cell is decoded by itself: one file may hold both encodings, also after a mark of UTF-8.
    encoding: "latin1",
    delimiter: delimiterOf(first),
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    max_record_size: 64_000,
    // Taken here: as a stream of objects, records cost more than their parsing.
    on_record: (record: string[], { records, empty_lines, bytes: bytesRead }) => {
      held.push({ cells: record.map(decoded), line: records + empty_lines, bytesRead });
      return null;
    },
  });
  const handOn = async () => {
    const records = held;
    held = [];
    for (const record of records) if (record.cells.some((cell) => cell.trim() !== "")) await each(record);
  };
  try {
    for await (const chunk of all)
      for (let from = 0; from < chunk.length; from += sliceBytes) {
        await fed(parser, chunk.subarray(from, from + sliceBytes));
        await handOn();
      }
    await fed(parser, null);
    await handOn();
  } catch (error) {
    throw error instanceof CsvError ? new Invalid(csvSentence(error)) : error;
  } finally {
    parser.destroy();
  }
}

/** Rejects with what the parser says of these bytes, or of the end of the file. */
function fed(parser: Parser, bytes: Uint8Array | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    parser.removeAllListeners("error").once("error", reject);
    if (bytes) parser.write(bytes, done);
    else parser.end(done);
  });
}

function csvSentence(error: CsvError): string {
  const unclosed = ["CSV_QUOTE_NOT_CLOSED", "CSV_MAX_RECORD_SIZE"].includes(error.code);
  return unclosed
    ? "A quotation mark is opened and never closed, so the rows after it cannot be told apart. Save the file anew as CSV and upload it again. Nothing was imported."
    : "The file cannot be read as CSV. Save it anew as CSV UTF-8 and upload it again. Nothing was imported.";
}

/** The same bytes; throws Invalid once there are more. */
export async function* limited(bytes: FileBytes, most: number): FileBytes {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > most)
      throw new Invalid(
        `The file is larger than ${most / 1_000_000} MB. Split it and upload the parts one after the other. Nothing was imported.`,
      );
    yield chunk;
  }
}

/** The first bytes, at least 1,000 where there are so many, and everything from the start again. */
async function begin(bytes: FileBytes): Promise<{ first: Buffer; all: FileBytes }> {
  const rest = bytes[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 1_000) {
    const next = await rest.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  if (first.subarray(0, 3).toString("hex") === "efbbbf") first = first.subarray(3);
  async function* all() {
    if (first.length > 0) yield first;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { first, all: all() };
}

const asCsv = "save it as CSV (CSV UTF-8 in Excel), and upload that file. Nothing was imported.";

/** Throws Invalid for what is no text, whatever its name says. */
function refuseOtherFormats(first: Buffer): void {
  const start = first.subarray(0, 1_000);
  const is = (magic: RegExp) => magic.test(start.toString("latin1"));
  if (is(/^PK/))
    throw new Invalid(
      `This is not a CSV file: it is an Excel workbook or a ZIP file. Open the list, ${asCsv}`,
    );
  if (start.subarray(0, 4).toString("hex") === "d0cf11e0")
    throw new Invalid(`This is not a CSV file: it is an old Excel or Word file. Open it, ${asCsv}`);
  if (is(/%PDF-/))
    throw new Invalid(
      `This is not a CSV file: it is a PDF. Open the list in the program that it comes from, ${asCsv}`,
    );
  if (is(/^(\xef\xbb\xbf)?\s*(<!doctype|<html|<\?xml|\{\\rtf)/i))
    throw new Invalid(
      `This is not a CSV file: it is a page or a document. Open it in a spreadsheet, ${asCsv}`,
    );
  if (is(/^(\xff\xfe|\xfe\xff)/))
    throw new Invalid(
      `This is not a CSV file: it was saved as Unicode text. Open it in a spreadsheet, ${asCsv}`,
    );
  if (start.includes(0) || controls(start) * 50 > start.length)
    throw new Invalid(`This is not a CSV file. Open the list in a spreadsheet, ${asCsv}`);
}

// A stray one slips into text; pictures and packed files are full of them.
const controls = (bytes: Buffer) => bytes.filter((byte) => byte < 32 && !(byte >= 9 && byte <= 13)).length;

function delimiterOf(first: Buffer): string {
  const [heading = ""] = first.toString("latin1").split(/[\r\n]/, 1);
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

const ascii = /^[\0-\x7f]*$/;

function decoded(cell: string): string {
  if (ascii.test(cell)) return cell;
  const bytes = Buffer.from(cell, "latin1");
  // Not UTF-8, so it is what Excel on Windows saves as plain CSV.
  return isUtf8(bytes) ? bytes.toString("utf8") : fromWindows1252(bytes);
}
