import type { NormalisedRow } from "@/lib/patients/types";
import { readConsent, readLanguage, readState, readStatus, readTimeZone, readZip } from "./cells";
import { readBirthDate, readDate } from "./dates";
import type { RowReader } from "./row-reader";
import type { NoteCode } from "./types";

type Details = Omit<NormalisedRow, "memberNumber" | "name" | "birthDate" | "phone">;

/** What a row says besides who somebody is and their phone. Nothing here keeps a row from being imported. */
export function readDetails(reader: RowReader, birthDate: string | null): Details {
  return {
    language: languageOf(reader),
    ...placeOf(reader),
    ...groupsOf(reader),
    ...childOf(reader, birthDate),
    ...statusOf(reader),
    ...consentOf(reader),
  };
}

function languageOf({ text, has, note }: RowReader): string {
  const language = readLanguage(text("language"));
  // A file without the column says so once, on the page of its columns.
  if (!language && has("language")) note("unknown_language");
  return language ?? "en";
}

function placeOf(reader: RowReader) {
  const { text, note } = reader;
  const written = text("zip");
  const zip = known(reader, "unreadable_zip", written, readZip);
  if (zip && /^\d{3,4}(\D|$)/.test(written)) note("restored_zip");
  const state = known(reader, "unknown_state", text("state"), readState);
  const timeZone = known(reader, "unknown_time_zone", text("time_zone"), readTimeZone);
  return {
    zip3: zip?.slice(0, 3) ?? null,
    zip,
    state,
    timeZone,
    address: text("address").slice(0, 300) || null,
  };
}

function known(
  { note }: RowReader,
  code: NoteCode,
  said: string,
  read: (said: string) => string | null | undefined,
): string | null {
  if (said === "") return null;
  const found = read(said) ?? null;
  if (!found) note(code);
  return found;
}

function groupsOf({ text }: RowReader) {
  const tags = text("tags")
    .toLowerCase()
    .split(/\s*[,;|]\s*/)
    .map((tag) => tag.replace(/\s+/g, "-").slice(0, 40));
  return {
    plan: text("plan").slice(0, 80) || null,
    tags: [...new Set(tags.filter((tag) => tag !== ""))].sort().slice(0, 20),
  };
}

function childOf({ layout: { today }, text, note }: RowReader, birthDate: string | null) {
  const due = text("due_date");
  const dueDate = readDate(due);
  const isDue = dueDate && dueDate > daysFrom(today, -300) && dueDate < daysFrom(today, 310);
  if (due !== "" && !isDue) note("unreadable_due_date");
  const born = text("child_birth_date");
  const child = readBirthDate(born, today)?.date;
  const isBorn = child && child <= today && (!birthDate || child > birthDate);
  if (born !== "" && !isBorn) note("unreadable_child_birth_date");
  return { dueDate: isDue ? dueDate : null, childBirthDate: isBorn ? child : null };
}

const daysFrom = (today: string, days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function statusOf({ layout: { today }, text, note }: RowReader): { status: NormalisedRow["status"] } {
  const stated = readStatus(text("status"));
  const hasLeft = isTrue(text("ended"), today);
  const status = isTrue(text("deceased"), today)
    ? "deceased"
    : hasLeft && stated !== "deceased"
      ? "moved"
      : stated;
  if (status === undefined) note("unknown_status");
  if (status === "deceased") note("deceased");
  if (status === "moved") note("left_plan");
  return { status: status ?? null };
}

/** Either is a flag or the day on which it came true; some systems write a day far ahead for "not yet". */
function isTrue(said: string, today: string): boolean {
  if (said === "") return false;
  const day = readDate(said);
  return day ? day <= today : readConsent(said) === true;
}

function consentOf({ layout: { today }, text, note }: RowReader) {
  const consent = readConsent(text("consent"));
  if (consent === undefined) note("unreadable_consent");
  else if (!consent) note("no_consent");
  const said = text("consent_date");
  const day = readDate(said);
  const consentOn = consent && day && day <= today ? day : null;
  if (consent && said !== "" && !consentOn) note("unreadable_consent_date");
  return { consent: consent ?? null, consentOn };
}
