import { Invalid } from "@/lib/errors";
import { open, seal } from "@/lib/phi/seal";
import { columnByName, nameOf } from "./column-names";
import { columnOfSamples, looksLikeData } from "./samples";
import { type Column, columnWords, type FileColumn, severalColumns } from "./types";

/** What was read from the beginning of a file; sealed, for a file without a heading begins with a patient. */
export interface FileColumns {
  /** The line of the heading; 0 where there is none. */
  headingLine: number;
  columns: FileColumn[];
}

export const sealColumns = (rosterId: string, columns: FileColumns): Buffer =>
  seal("rosters.columns", rosterId, JSON.stringify(columns));

export const openColumns = (rosterId: string, value: Buffer): FileColumns =>
  JSON.parse(open("rosters.columns", rosterId, value)) as FileColumns;

/** Which column is which, as a program's people last confirmed it: "" is left out. */
export type Memory = Readonly<Record<string, Column | "">>;

/** Under what a column is remembered: its name, or its place in a file of that width. */
export const memoryKey = (heading: string | null, place: number, width: number): string =>
  heading === null || nameOf(heading) === "" ? `${place + 1}/${width}` : nameOf(heading);

const longestSample = 60;
const shownSamples = 3;
/** Titles and empty rows above the heading. */
const mostAbove = 10;

/** Reads the first records of a file: where the heading is, and what each column seems to be. */
export function readColumns(
  records: readonly { cells: string[]; line: number }[],
  memory: Memory,
): FileColumns {
  const [first] = records;
  if (!first) throw new Invalid("The file is empty. Nothing was imported.");
  const heading = headingAmong(records, memory);
  const rows = records.filter(({ line }) => line > (heading?.line ?? 0)).map(({ cells }) => cells);
  const width = heading?.cells.length ?? Math.max(...rows.slice(0, mostAbove).map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, place): FileColumn => {
    const values = rows.map((cells) => (cells[place] ?? "").trim()).filter((cell) => cell !== "");
    return {
      heading: heading ? (heading.cells[place] ?? "").trim().slice(0, longestSample) : null,
      samples: [...new Set(values)].slice(0, shownSamples).map((value) => value.slice(0, longestSample)),
      ...{ column: null, source: null },
    };
  });
  chooseByMemory(columns, memory);
  chooseByName(columns);
  chooseBySamples(columns, rows);
  return { headingLine: heading?.line ?? 0, columns };
}

/** The first line that has most names we know. None in a file that begins with its first patient. */
function headingAmong(records: readonly { cells: string[]; line: number }[], memory: Memory) {
  const known = (cells: readonly string[]) =>
    cells.filter((cell) => columnByName.has(nameOf(cell)) || Object.hasOwn(memory, nameOf(cell))).length;
  const [best] = records
    .slice(0, mostAbove)
    .map((record) => ({ ...record, known: known(record.cells) }))
    .sort((a, b) => b.known - a.known);
  if (best && best.known >= 2) return best;
  const [first] = records;
  return first && !looksLikeData(first.cells) ? first : null;
}

function chooseByMemory(columns: FileColumn[], memory: Memory): void {
  for (const [place, each] of columns.entries()) {
    const key = memoryKey(each.heading, place, columns.length);
    const remembered = Object.hasOwn(memory, key) ? memory[key] : undefined;
    if (remembered === undefined || (remembered !== "" && isTaken(columns, remembered))) continue;
    Object.assign(each, { column: remembered || null, source: "memory" });
  }
}

function chooseByName(columns: FileColumn[]): void {
  const named = columns.flatMap((each) => {
    const known = each.source === null && each.heading !== null && columnByName.get(nameOf(each.heading));
    return known ? [{ each, ...known }] : [];
  });
  for (const { each, column } of named.sort((a, b) => a.rank - b.rank))
    if (!isTaken(columns, column)) Object.assign(each, { column, source: "name" });
}

/** Only what a file must have is guessed: a wrong guess about the rest would go unseen. */
function chooseBySamples(columns: FileColumn[], rows: readonly string[][]): void {
  for (const [place, each] of columns.entries()) {
    if (each.source !== null) continue;
    const column = columnOfSamples(
      rows.map((cells) => (cells[place] ?? "").trim()),
      (wanted) => isTaken(columns, wanted) || (wanted === "full_name" && isTaken(columns, "last_name")),
    );
    if (column) Object.assign(each, { column, source: "samples" });
  }
}

const isTaken = (columns: readonly FileColumn[], column: Column) =>
  !severalColumns.includes(column) && columns.some((each) => each.column === column);

/** Required columns that none of these is. A full name stands for both of its parts. */
export function missingColumns(chosen: readonly (Column | null)[]): Column[] {
  const names: Column[] = chosen.includes("full_name") ? [] : ["first_name", "last_name"];
  const required: Column[] = ["member_id", ...names, "birth_date", "phone", "consent"];
  return required.filter((column) => !chosen.includes(column));
}

/** Whether nobody needs to look: each required column is known by its name, or as last time. */
export const isCertain = ({ columns }: FileColumns): boolean =>
  missingColumns(
    columns.map(({ column, source }) => (source === "samples" || source === null ? null : column)),
  ).length === 0;

export const namesOf = (missing: readonly Column[]): string =>
  missing.map((column) => columnWords[column]).join(", ");

/** Says of a line in the middle of a file whether it is its heading again, as where two files were put together. */
export function headingTest({ headingLine, columns }: FileColumns): (cells: readonly string[]) => boolean {
  const named = columns.flatMap(({ heading }, place) => (heading ? [{ name: nameOf(heading), place }] : []));
  if (headingLine === 0 || named.length < 2) return () => false;
  return (cells) =>
    named.every(({ name, place }) => nameOf((cells[place] ?? "").trim().slice(0, longestSample)) === name);
}
