import type { NormalisedRow, PhoneProblem } from "@/lib/patients/types";
import { tidy } from "./cells";
import { isPlaceholderDay, readBirthDate } from "./dates";
import { isTestName, readName } from "./names";
import { isPlaceholderPhone, readPhone } from "./phones";
import { readDetails } from "./row-details";
import { type Layout, type RowReader, readerOf } from "./row-reader";
import type { NoteCode, Reason, RejectCode, Verdict } from "./types";

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

const phoneCodes: Record<PhoneProblem, RejectCode | NoteCode> = {
  empty: "no_phone",
  damaged: "damaged_phone",
  several: "several_phones",
  unreadable: "unreadable_phone",
};

/** One row by itself; whether the file says it twice is the checker's to know. */
export function judge(cells: readonly string[], layout: Layout): JudgedRow {
  // Shifted by one cell, a birth date stands under "phone": nothing in such a row can be trusted.
  const isShifted = cells.slice(layout.width).some((cell) => tidy(cell) !== "");
  const { reader, rejections, notes } = readerOf(cells, layout);
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

function readMember({ layout, text, reject, note }: RowReader): string {
  const member = text("member_id").replace(/^(\d+)\.0+$/, "$1");
  if (member === "") reject("missing_member");
  else if (/^\d(\.\d+)?e\+\d+$/i.test(member)) reject("damaged_member");
  const { memberDigits } = layout;
  if (!memberDigits || !/^\d+$/.test(member) || member.length >= memberDigits) return member;
  note("restored_member");
  return member.padStart(memberDigits, "0");
}

function readWholeName({ layout, text, reject, note }: RowReader): string {
  const { name, swapped } = readName({
    ...{ full: text("full_name"), first: text("first_name") },
    ...{ middle: text("middle_name"), last: text("last_name") },
  });
  if (name === "") reject("missing_name");
  else if (!/\p{L}/u.test(name)) reject("unreadable_name");
  else if (isTestName(name)) reject("test_record");
  if (swapped && !layout.isLastFirst) note("swapped_name");
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
