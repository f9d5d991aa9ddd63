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

/** Throws Invalid for what spreadsheets save when nobody asked for CSV. */
export function refuseOtherFormats(first: Buffer): void {
  if (first.subarray(0, 2).toString("latin1") === "PK")
    throw new Invalid(
      "This is an Excel workbook. In Excel choose Save As, CSV UTF-8, and upload that file. Nothing was imported.",
    );
  if (first.includes(0))
    throw new Invalid(
      "This file is not a CSV file, or it was saved as Unicode text. In Excel choose Save As, CSV UTF-8, and upload that file. Nothing was imported.",
    );
}

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
