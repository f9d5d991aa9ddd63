import { Invalid } from "@/lib/errors";

const synonyms = {
  member_id: ["memberid", "membernumber", "memberno", "member", "subscriberid", "patientid", "mrn", "id"],
  first_name: ["firstname", "first", "givenname", "forename"],
  last_name: ["lastname", "last", "surname", "familyname"],
  birth_date: ["birthdate", "dateofbirth", "dob", "birthday"],
  phone: ["phone", "phonenumber", "mobile", "mobilephone", "cell", "cellphone", "telephone", "tel"],
  consent: ["consent", "smsconsent", "textconsent", "consenttotext", "optin", "optedin"],
  consent_date: ["consentdate", "dateofconsent", "consentedon", "optindate"],
  language: ["language", "lang", "preferredlanguage", "spokenlanguage"],
  zip: ["zip", "zipcode", "zip5", "postalcode", "postcode"],
  state: ["state", "statecode", "homestate", "stateprovince"],
  time_zone: ["timezone", "tz", "localtimezone"],
} as const;

export type Column = keyof typeof synonyms;

export interface Heading {
  places: ReadonlyMap<Column, number>;
  /** How many cells the heading has, known or not. */
  width: number;
}

const columns = Object.keys(synonyms) as Column[];
const required: readonly Column[] = [
  "member_id",
  "first_name",
  "last_name",
  "birth_date",
  "phone",
  "consent",
];

/** Where each column stands. Throws Invalid with a sentence that names what is missing and what was found. */
export function readHeading(cells: readonly string[]): Heading {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const places = new Map<Column, number>();
  for (const column of columns) {
    const place = synonyms[column].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (place !== undefined) places.set(column, place);
  }
  const missing = required.filter((column) => !places.has(column));
  if (missing.length > 0) throw new Invalid(missingSentence(missing, [...places.keys()]));
  return { places, width: cells.length };
}

// Only columns that we know are named: the first line of a file without a heading is a patient.
function missingSentence(missing: readonly Column[], found: readonly Column[]): string {
  const lacking = `${missing.length === 1 ? "The column" : "The columns"} ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing.`;
  if (found.length === 0)
    return `${lacking} None of our columns was found: the first line must be the heading. Nothing was imported.`;
  return `${lacking} Found: ${found.join(", ")}. Add what is missing and upload the file again. Nothing was imported.`;
}
