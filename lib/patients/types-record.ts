/** What a record says of somebody. "hold" is a sensitive event, and set and ended in a way of its own. */
export const patientStatusWords = {
  active: "Active",
  moved: "Moved away",
  deceased: "Deceased",
  hold: "All outreach held",
} as const;
export type PatientStatus = keyof typeof patientStatusWords;

/** A time in which something is due for a patient. */
export interface MeasureWindow {
  /** Such as "Six well visits in the first 15 months". */
  name: string;
  /** The first day of a month and the last of one: YYYY-MM-DD. */
  opensOn: string;
  closesOn: string;
  /** Due now; otherwise it is to come. */
  open: boolean;
}

/** What is on file about somebody. Days are YYYY-MM-DD. */
export interface PatientRecord {
  memberNumber: string;
  name: string;
  birthDate: string;
  /** BCP 47. */
  language: string;
  address: string | null;
  /** Five digits; where only three are known, `zip3` alone has them. */
  zip: string | null;
  zip3: string | null;
  /** A USPS code. */
  state: string | null;
  /** IANA, where somebody said so. */
  timeZone: string | null;
  plan: string | null;
  /** Sorted, each once. */
  tags: string[];
  dueDate: string | null;
  childBirthDate: string | null;
  status: PatientStatus;
  /** ISO, since when; null where nobody said. */
  statusAt: string | null;
  /** Comes back with a change, which is refused when it is not what stands there any more. */
  seen: string;
}

export interface PatientHit {
  id: string;
  name: string;
  /** YYYY-MM-DD */
  birthDate: string;
  age: number;
  language: string;
  status: PatientStatus;
  /** Names of those that the reader shares with the patient. */
  programs: string[];
  /** As people write them, the newest first. */
  phones: string[];
  next: MeasureWindow | null;
  /** Only a record that was joined with this one says what was typed. */
  byJoined: boolean;
}

export interface SearchAnswer {
  hits: PatientHit[];
  /** There are others, or not everybody was looked at. */
  more: boolean;
}

/** A number that several people have. */
export interface SharedPhone {
  /** E.164. */
  number: string;
  /** The patient's own; else it joins somebody who is joined with the patient. */
  own: boolean;
  /** Of the reader's programs, without the patient. */
  people: { id: string; name: string; age: number }[];
  /** How many more people have it, who are in none of the reader's programs. */
  outside: number;
}

export interface Household {
  phones: SharedPhone[];
  /** People of the household who are in none of the reader's programs. */
  outside: number;
  /** There may be more people than were looked at. */
  more: boolean;
}

export const relationships = ["self", "guardian", "other"] as const;
export type Relationship = (typeof relationships)[number];

/** What a nurse may say of somebody's status; a hold is set and ended in a way of its own. */
export const statusesToChoose = ["active", "moved", "deceased"] as const;

/** The languages that can be chosen; a roster may bring others. BCP 47. */
export const spokenLanguages = "en es zh vi ko tl ru ar fr ht pt pl so".split(" ");

/** The time zones that can be chosen, IANA; a roster may bring others. */
export const homeZones = [
  ...["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"],
  ...["America/Anchorage", "America/Adak", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"],
  "Pacific/Pago_Pago",
] as const;

export const longestName = 120;
export const longestAddress = 300;
export const longestPlan = 80;
export const longestTag = 40;
export const mostTags = 20;

/** How many characters of search are read. */
export const longestSearch = 100;
