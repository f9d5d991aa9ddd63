/** Why a patient of a program is not texted, in the order in which it is asked: the first that holds counts. */
export const exclusions = ["no_phone", "not_textable", "stopped", "no_consent", "shared_phone"] as const;

export type Exclusion = (typeof exclusions)[number];

export const excludedWords: Record<Exclusion, string> = {
  no_phone: "No phone number",
  not_textable: "The number cannot receive texts",
  stopped: "Stopped: no one can text this number",
  no_consent: "No consent on file",
  shared_phone: "Shares a phone with someone who is already texted",
};

/** Why a valid number cannot be texted: `phones.not_textable` holds the code. */
export const notTextableWords = {
  landline: "a landline",
  toll_free: "a toll-free number",
  premium: "a premium-rate number",
  special: "a special service number",
  foreign: "a number outside the United States",
  extension: "a number with an extension",
  refused_by_carrier: "a number that the carrier says cannot get texts",
} as const;

export type NotTextable = keyof typeof notTextableWords;

/** Why a number cannot be read at all. */
export type PhoneProblem = "empty" | "damaged" | "several" | "unreadable";

export interface PatientOnPhone {
  id: string;
  name: string;
  birthYear: number;
  /** Full years, at the business time of the read. */
  age: number;
  /** BCP 47, such as "en" or "es". */
  language: string;
}

export interface PatientsOnPhone {
  patients: PatientOnPhone[];
  /** How many more people use this phone who belong to none of the reader's programs. */
  othersOutside: number;
}

/** Every patient of a program counts once: supplied = textable + the sum of `excluded`. */
export interface ProgramReach {
  supplied: number;
  textable: number;
  excluded: Record<Exclusion, number>;
  /** Of all supplied, whatever else excludes them. */
  withConsent: number;
  stopped: number;
  notTextable: Record<NotTextable, number>;
}

/** A roster row after reading, in the form in which patients keep it. */
export interface NormalisedRow {
  memberNumber: string;
  name: string;
  /** YYYY-MM-DD */
  birthDate: string;
  /** BCP 47 */
  language: string;
  /** The first three digits. */
  zip3: string | null;
  phone: { e164: string; notTextable: NotTextable | null } | null;
  /** Null when the file does not say. */
  consent: boolean | null;
  /** YYYY-MM-DD, when the file says when. */
  consentOn: string | null;
}
