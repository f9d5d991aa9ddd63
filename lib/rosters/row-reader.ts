import { isPlaceholder, tidy } from "./cells";
import { repairLetters } from "./letters";
import { type Column, columns, type FileColumn, type Reason, type RejectCode, severalColumns } from "./types";

/** Where each column stands, and what else is known of the file. */
export interface Layout {
  places: ReadonlyMap<Column, readonly number[]>;
  /** How many cells the heading has, known or not. */
  width: number;
  /** YYYY-MM-DD. */
  today: string;
  /** How many digits member numbers of the program have, where all have as many and some begin with 0. */
  memberDigits: number | null;
  /** Whether its full names are written last name first: then nothing is odd about one that is. */
  isLastFirst: boolean;
}

export const layoutOf = (
  file: readonly Pick<FileColumn, "column" | "samples">[],
  about: Pick<Layout, "today" | "memberDigits">,
): Layout => ({
  places: new Map(
    columns.flatMap((column) => {
      const places = file.flatMap((each, place) => (each.column === column ? [place] : []));
      return places.length > 0 ? [[column, places] as const] : [];
    }),
  ),
  width: file.length,
  isLastFirst: isLastFirst(file.find(({ column }) => column === "full_name")?.samples ?? []),
  ...about,
});

const isLastFirst = (names: readonly string[]) =>
  names.length > 0 && names.filter((name) => /, /.test(name)).length * 2 > names.length;

/** Reads the cells of one row, and gathers what is wrong with it. */
export interface RowReader {
  layout: Layout;
  text(column: Column): string;
  has(column: Column): boolean;
  reject(code: RejectCode): void;
  note(reason: Reason): void;
}

/** `rejections` and `notes` fill up while it is read. */
export function readerOf(cells: readonly string[], layout: Layout) {
  const rejections: RejectCode[] = [];
  const notes = new Set<Reason>();
  const reader: RowReader = {
    layout,
    text(column) {
      return textOf(cells, layout, column, notes);
    },
    has(column) {
      return layout.places.has(column);
    },
    reject(code) {
      rejections.push(code);
    },
    note(reason) {
      notes.add(reason);
    },
  };
  return { reader, rejections, notes };
}

/** The cell of a column, or its cells put together, with what stands for "nothing" left out. */
function textOf(cells: readonly string[], { places }: Layout, column: Column, notes: Set<Reason>): string {
  const own = places.get(column);
  if (!own) return "";
  const [only = 0, ...more] = own;
  if (more.length === 0) return cellOf(cells[only], column, notes);
  const said = own.map((place) => cellOf(cells[place], column, notes)).filter((text) => text !== "");
  return severalColumns.includes(column) ? said.join(", ") : (said[0] ?? "");
}

function cellOf(cell: string | undefined, column: Column, notes: Set<Reason>): string {
  if (!cell) return "";
  // Before it is tidied: what looks like a hard space or a soft hyphen may be half of a letter.
  const letters = repairLetters(cell);
  const text = tidy(letters.text);
  const isName = column.endsWith("_name");
  if (text === "" || isPlaceholder(text, { isName })) return "";
  if (letters.repaired) notes.add("repaired_letters");
  if (letters.lost && isName) notes.add("lost_letters");
  return text;
}
