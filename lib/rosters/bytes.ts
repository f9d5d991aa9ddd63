import { Invalid } from "@/lib/errors";
import { uploadLimit } from "./types";

export type FileBytes = AsyncIterable<Uint8Array>;

const tooManyBytes = `The file is larger than ${uploadLimit.bytes / 1_000_000} MB. Split it and upload the parts one after the other. Nothing was imported.`;

/** Throws Invalid where the file gets too large. */
export async function* limited(bytes: FileBytes): FileBytes {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > uploadLimit.bytes) throw new Invalid(tooManyBytes);
    yield chunk;
  }
}

/** The first bytes, at least 1,000 where there are so many, and everything from the start again. */
export async function begin(bytes: FileBytes): Promise<{ first: Buffer; all: FileBytes }> {
  const rest = bytes[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 1_000) {
    const next = await rest.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  async function* all() {
    if (first.length > 0) yield first;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { first, all: all() };
}

const asCsv = "save it as CSV (CSV UTF-8 in Excel), and upload that file. Nothing was imported.";

/** Throws Invalid for what is no text, whatever its name says. */
export function refuseOtherFormats(first: Buffer): void {
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

export function delimiterOf(first: Buffer): string {
  const [heading = ""] = first.toString("latin1").split(/[\r\n]/, 1);
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");

export function decoded(cell: Buffer | string): string {
  if (typeof cell === "string") return cell;
  try {
    return utf8.decode(cell);
  } catch {
    // Not UTF-8, so it is what Excel on Windows saves as plain CSV.
    return windows1252.decode(cell);
  }
}
