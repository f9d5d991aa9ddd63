import { type FileBytes, readRecords } from "@/lib/csv-file";
import { Invalid } from "@/lib/errors";
import { type Heading, readHeading } from "./heading";
import type { ReadLine } from "./judging";
import { outcomeLimit } from "./types";
import { type Rules, readRow } from "./verdict";

/**
 * Reads a file row by row: hands on its heading, then each row with what is wrong with it by itself. Throws Invalid with
 * a sentence when the file as a whole cannot be read; what was handed on before that is worth nothing.
 */
export async function readFile(
  bytes: FileBytes,
  rules: Rules,
  hand: { heading(cells: string[]): Promise<void>; row(line: ReadLine): Promise<void> },
): Promise<void> {
  let rows = 0;
  let heading: Heading | undefined;
  await readRecords(bytes, outcomeLimit, async ({ cells, line }) => {
    if (!heading) {
      heading = readHeading(cells, { kind: rules.kind, needsCode: rules.codes.length > 0 });
      await hand.heading(cells);
      return;
    }
    rows += 1;
    if (rows > outcomeLimit.rows) throw new Invalid(tooManyRows);
    await hand.row({ line, ...readRow(cells, heading, rules) });
  });
  if (!heading) throw new Invalid("The file is empty. Nothing was imported.");
  if (rows === 0) throw new Invalid("The file has a heading but no rows. Nothing was imported.");
}

const tooManyRows = `The file has more than ${outcomeLimit.rows.toLocaleString("en-US")} rows. Split it and upload the parts one after the other. Nothing was imported.`;
