import { parsePhone } from "@/lib/patients/phone-number";
import type { NormalisedRow, PhoneProblem } from "@/lib/patients/types";
import { readConsent, readDate, readLanguage, readState, readTimeZone, readZip } from "./cells";
import type { Column, Heading } from "./heading";
import type { NoteCode, Reason, RejectCode, Verdict } from "./types";

/** What is sealed of a row: what people see, and, when it is imported, what is imported. */
export interface RowContent {
  memberNumber: string;
  name: string;
  phone: string;
  language: string;
  row: NormalisedRow | null;
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

/** One row by itself; whether the file says it twice is the reader's to know. `today` is YYYY-MM-DD. */
export function judge(cells: readonly string[], heading: Heading, today: string): JudgedRow {
  const text = (column: Column) => tidy(cells[heading.places.get(column) ?? -1] ?? "");
  const rejections: Reason[] = [];
  const notes: Reason[] = [];

  // Shifted by one cell, a birth date stands under "phone": nothing in such a row can be trusted.
  const isShifted = cells.slice(heading.width).some((cell) => tidy(cell) !== "");
  if (isShifted) rejections.push("extra_cells");

  const memberNumber = text("member_id").replace(/^(\d+)\.0+$/, "$1");
  if (memberNumber === "") rejections.push("missing_member");
  else if (/^\d(\.\d+)?e\+\d+$/i.test(memberNumber)) rejections.push("damaged_member");

  const name = `${text("first_name")} ${text("last_name")}`.trim();
  if (name === "") rejections.push("missing_name");

  const birthDate = readDate(text("birth_date"));
  if (text("birth_date") === "") rejections.push("missing_birth_date");
  else if (!birthDate) rejections.push("unreadable_birth_date");
  else if (birthDate > today) rejections.push("future_birth_date");
  else if (birthDate < "1900-01-01") rejections.push("early_birth_date");

  const parsed = parsePhone(text("phone"));
  if (!parsed.ok) (parsed.reason === "empty" ? notes : rejections).push(phoneCodes[parsed.reason]);
  else if (parsed.notTextable) notes.push(`not_textable:${parsed.notTextable}`);

  const consent = readConsent(text("consent"));
  if (consent === undefined) notes.push("unreadable_consent");
  else if (!consent) notes.push("no_consent");

  const consentDate = readDate(text("consent_date"));
  const consentOn = consent && consentDate && consentDate <= today ? consentDate : null;
  if (consent && text("consent_date") !== "" && !consentOn) notes.push("unreadable_consent_date");

  const language = readLanguage(text("language"));
  if (!language) notes.push("unknown_language");
  const zip = readZip(text("zip"));
  if (!zip && text("zip") !== "") notes.push("unreadable_zip");
  const state = readState(text("state")) ?? null;
  if (!state && text("state") !== "") notes.push("unknown_state");
  const timeZone = readTimeZone(text("time_zone")) ?? null;
  if (!timeZone && text("time_zone") !== "") notes.push("unknown_time_zone");

  const shown = {
    memberNumber,
    name,
    phone: parsed.ok ? parsed.e164 : text("phone"),
    language: language ?? "en",
  };
  if (rejections.length > 0 || !birthDate)
    return {
      content: { ...shown, row: null },
      verdict: "reject",
      reasons: isShifted ? ["extra_cells"] : rejections,
    };
  const row: NormalisedRow = {
    memberNumber,
    name,
    birthDate,
    language: language ?? "en",
    ...{ zip3: zip?.slice(0, 3) ?? null, zip, state, timeZone },
    phone: parsed.ok ? { e164: parsed.e164, notTextable: parsed.notTextable } : null,
    consent: consent ?? null,
    consentOn,
  };
  return { content: { ...shown, row }, verdict: "import", reasons: notes };
}

const tidy = (cell: string) => cell.normalize("NFC").replace(/\s+/g, " ").trim();
