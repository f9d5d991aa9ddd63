import { Temporal } from "temporal-polyfill";
import { Invalid } from "@/lib/errors";
import { namePartsOf } from "@/lib/phi/name-index";
import type { ChangeRecordInput } from "./inputs";
import { isZone, placeOf } from "./place";
import { stateNames } from "./state-zones";
import type { PatientRecord } from "./types-record";

const oldest = "1900-01-01";
/** Days around today in which a due date may lie. */
const dueWithin = { before: 300, after: 310 };

type Checked = Omit<ChangeRecordInput, "status">;

/** Throws Invalid with a sentence at each field that cannot be. `today` is YYYY-MM-DD. */
export function checkRecord(after: Checked, before: PatientRecord, today: string): void {
  const fields: Record<string, string[]> = {};
  const wrong = (field: keyof Checked, sentence: string) => {
    fields[field] = [sentence];
  };
  const { name, birthDate, dueDate, childBirthDate, zip, state, timeZone } = after;
  if (namePartsOf(name).length === 0) wrong("name", "Give a name with at least one letter.");
  if (birthDate > today) wrong("birthDate", "This day is still to come.");
  if (birthDate < oldest) wrong("birthDate", "Nobody alive was born then. Check the year.");
  if (childBirthDate && childBirthDate > today)
    wrong("childBirthDate", "This day is still to come. Give it as the due date.");
  if (childBirthDate && childBirthDate <= birthDate)
    wrong("childBirthDate", "The child cannot be older than the patient.");
  // What was on file already may have passed meanwhile.
  if (dueDate && dueDate !== before.dueDate && !isNear(dueDate, today))
    wrong("dueDate", "A due date lies within the next ten months or the last. Check the year.");
  if (state && !stateNames[state]) wrong("state", "Choose the state from the list.");
  if (timeZone && timeZone !== before.timeZone && !isZone(timeZone))
    wrong("timeZone", "Choose the time zone from the list.");
  if (zip && zip !== before.zip && isNowhere(zip))
    wrong("zip", "There is no such ZIP code. Check its digits.");
  if (Object.keys(fields).length > 0)
    throw new Invalid("Some of this needs another look. Nothing was saved yet.", fields);
}

function isNear(day: string, today: string): boolean {
  const now = Temporal.PlainDate.from(today);
  return (
    day >= now.subtract({ days: dueWithin.before }).toString() &&
    day <= now.add({ days: dueWithin.after }).toString()
  );
}

const isNowhere = (zip: string) =>
  placeOf({ zip, zip3: zip.slice(0, 3), state: null, timeZone: null, e164: "" }).states.length === 0;
