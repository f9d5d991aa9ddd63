import { type FileBytes, readRecords } from "@/lib/csv-file";
import { Invalid } from "@/lib/errors";
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
  let rows = 0;
  let heading: Heading | undefined;
  const lineByMember = new Map<string, number>();
  await readRecords(bytes, uploadLimit, async ({ cells, line }) => {
    if (!heading) {
      heading = readHeading(cells);
      return;
    }
    rows += 1;
    if (rows > uploadLimit.rows) throw new Invalid(tooManyRows);
    await hand({ line, ...onlyOnce(judge(cells, heading, today), line, lineByMember) });
  });
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
