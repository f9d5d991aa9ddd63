import type { NormalisedRow, PhoneProblem } from "@/lib/patients/types";
import { isPlaceholder, tidy } from "./cells";
import { isPlaceholderDay, readBirthDate } from "./dates";
import { repairLetters } from "./letters";
import { isTestName, readName } from "./names";
import { isPlaceholderPhone, readPhone } from "./phones";
import { readDetails } from "./row-details";
import {
  type Column,
  columns,
  type NoteCode,
  type Reason,
  type RejectCode,
  severalColumns,
  type Verdict,
} from "./types";

/** What is sealed of a row: what people see, what is imported, and of a rejected one its cells as they stood. */
export interface RowContent {
  memberNumber: string;
  name: string;
  phone: string;
  language: string;
  row: NormalisedRow | null;
  cells?: readonly string[];
}

export interface JudgedRow {
  content: RowContent;
  verdict: Verdict;
  reasons: Reason[];
}

/** Where each column stands, and what else is known of the file. */
export interface Layout {
  places: ReadonlyMap<Column, readonly number[]>;
  /** How many cells the heading has, known or not. */
  width: number;
  /** YYYY-MM-DD. */
  today: string;
  /** How many digits member numbers of the program have, where all have as many and some begin with 0. */
  memberDigits: number | null;
}

export const layoutOf = (
  chosen: readonly (Column | null)[],
  about: Pick<Layout, "today" | "memberDigits">,
): Layout => ({
  places: new Map(
    columns.flatMap((column) => {
      const places = chosen.flatMap((each, place) => (each === column ? [place] : []));
      return places.length > 0 ? [[column, places] as const] : [];
    }),
  ),
  width: chosen.length,
  ...about,
});

const phoneCodes: Record<PhoneProblem, RejectCode | NoteCode> = {
  empty: "no_phone",
  damaged: "damaged_phone",
  several: "several_phones",
  unreadable: "unreadable_phone",
};

/** Reads the cells of one row, and gathers what is wrong with it. */
export interface RowReader {
  layout: Layout;
  text(column: Column): string;
  has(column: Column): boolean;
  reject(code: RejectCode): void;
  note(reason: Reason): void;
}

/** One row by itself; whether the file says it twice is the checker's to know. */
export function judge(cells: readonly string[], layout: Layout): JudgedRow {
  // Shifted by one cell, a birth date stands under "phone": nothing in such a row can be trusted.
  const isShifted = cells.slice(layout.width).some((cell) => tidy(cell) !== "");
  const rejections: RejectCode[] = [];
  const notes = new Set<Reason>();
  const reader: RowReader = {
    layout,
    text: (column) => textOf(cells, layout, column, notes),
    has: (column) => layout.places.has(column),
    reject: (code) => void rejections.push(code),
    note: (reason) => void notes.add(reason),
  };

  const memberNumber = readMember(reader);
  const name = readWholeName(reader);
  const birthDate = readBirth(reader);
  const phone = readOnePhone(reader);
  const details = readDetails(reader, birthDate);
  if (cells.length < layout.width) reader.note("few_cells");

  const { language } = details;
  const shown = { memberNumber, name, phone: phone?.e164 ?? reader.text("phone"), language };
  if (isShifted || rejections.length > 0 || !birthDate)
    return {
      content: { ...shown, row: null, cells },
      verdict: "reject",
      reasons: isShifted ? ["extra_cells"] : rejections,
    };
  const row = { memberNumber, name, birthDate, ...details, phone };
  return { content: { ...shown, row }, verdict: "import", reasons: [...notes] };
}

/** The cell of a column, or its cells put together, with what stands for "nothing" left out. */
function textOf(cells: readonly string[], { places }: Layout, column: Column, notes: Set<Reason>): string {
  const said = (places.get(column) ?? []).flatMap((place) => {
    // Before it is tidied: what looks like a hard space or a soft hyphen may be half of a letter.
    const letters = repairLetters(cells[place] ?? "");
    const text = tidy(letters.text);
    const isName = column.endsWith("_name");
    if (text === "" || isPlaceholder(text, { isName })) return [];
    if (letters.repaired) notes.add("repaired_letters");
    if (letters.lost && isName) notes.add("lost_letters");
    return [text];
  });
  return severalColumns.includes(column) ? said.join(", ") : (said[0] ?? "");
}

function readMember({ layout, text, reject, note }: RowReader): string {
  const member = text("member_id").replace(/^(\d+)\.0+$/, "$1");
  if (member === "") reject("missing_member");
  else if (/^\d(\.\d+)?e\+\d+$/i.test(member)) reject("damaged_member");
  const { memberDigits } = layout;
  if (!memberDigits || !/^\d+$/.test(member) || member.length >= memberDigits) return member;
  note("restored_member");
  return member.padStart(memberDigits, "0");
}

function readWholeName({ text, reject, note }: RowReader): string {
  const { name, swapped } = readName({
    ...{ full: text("full_name"), first: text("first_name") },
    ...{ middle: text("middle_name"), last: text("last_name") },
  });
  if (name === "") reject("missing_name");
  else if (!/\p{L}/u.test(name)) reject("unreadable_name");
  else if (isTestName(name)) reject("test_record");
  if (swapped) note("swapped_name");
  return name;
}

function readBirth({ layout: { today }, text, reject, note }: RowReader): string | null {
  const said = text("birth_date");
  const read = readBirthDate(said, today);
  if (said === "") reject("missing_birth_date");
  else if (/^(0|0?1\/0?0\/1900|0+[-/]0+[-/]0+)$/.test(said) || (read && isPlaceholderDay(read.date)))
    reject("placeholder_birth_date");
  else if (!read) reject("unreadable_birth_date");
  else if (read.date > today) reject("future_birth_date");
  else if (read.date < "1900-01-01") reject("early_birth_date");
  if (read?.repaired === "serial") note("excel_birth_date");
  if (read?.repaired === "century") note("short_birth_year");
  return read?.date ?? null;
}

function readOnePhone({ text, reject, note }: RowReader): NormalisedRow["phone"] {
  const said = text("phone");
  if (isPlaceholderPhone(said)) {
    note("placeholder_phone");
    return null;
  }
  const read = readPhone(said);
  if (!read.ok) {
    const code = phoneCodes[read.reason];
    if (code === "no_phone") note(code);
    else reject(code as RejectCode);
    return null;
  }
  if (read.chosen) note("mobile_of_several");
  if (read.notTextable) note(`not_textable:${read.notTextable}`);
  return { e164: read.e164, notTextable: read.notTextable };
}
