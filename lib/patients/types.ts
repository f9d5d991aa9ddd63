import type { MeasureWindow, PatientRecord } from "./types-record";

/** Why a patient of a program is not texted, in the order in which it is asked: the first that holds counts. */
export const exclusions = [
  "no_phone",
  "deceased",
  "held",
  "moved",
  "not_textable",
  "stopped",
  "no_consent",
  "shared_phone",
] as const;

export type Exclusion = (typeof exclusions)[number];

export const excludedWords: Record<Exclusion, string> = {
  no_phone: "No phone number",
  deceased: "Has died",
  held: "Outreach is on hold",
  moved: "Has moved away",
  not_textable: "The number cannot receive texts",
  stopped: "Stopped: no one can text this number",
  no_consent: "No consent on file",
  shared_phone: "Shares a phone with someone who is already texted",
};

/** Why a nurse holds all outreach to somebody. */
export const holdReasonWords = { loss: "loss", death: "death", other: "another reason" } as const;
export type HoldReason = keyof typeof holdReasonWords;

/** That outreach does not go to somebody, since when and why; null: it does. */
export interface Standing {
  status: "moved" | "deceased" | "hold";
  /** Null where a roster says so, or where it is not known. */
  reason: HoldReason | null;
  /** ISO; null where nobody wrote it down. */
  since: string | null;
}

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

/** What to say to somebody who typed it. */
export const phoneProblemWords: Record<PhoneProblem, string> = {
  empty: "Type the number.",
  damaged: "A spreadsheet shortened this number: its last digits are gone. Type all ten.",
  several: "This is more than one number. Add them one by one.",
  unreadable: "We cannot read this as a phone number. A US number has ten digits.",
};

export interface PatientOnPhone {
  id: string;
  name: string;
  birthYear: number;
  /** Full years, at the business time of the read. */
  age: number;
  /** BCP 47, such as "en" or "es". */
  language: string;
  standing: Standing | null;
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
  /** Where the file says more of where somebody lives: all five digits, a USPS code, an IANA zone. */
  zip?: string | null;
  state?: string | null;
  timeZone?: string | null;
  address?: string | null;
  plan?: string | null;
  /** Sorted, each once. */
  tags?: readonly string[];
  /** YYYY-MM-DD: when a child is expected, and when the child of this patient was born. */
  dueDate?: string | null;
  childBirthDate?: string | null;
  /** "hold" is a person's decision and never a file's. */
  status?: "active" | "moved" | "deceased" | null;
  phone: { e164: string; notTextable: NotTextable | null } | null;
  /** Null when the file does not say. */
  consent: boolean | null;
  /** YYYY-MM-DD, when the file says when. */
  consentOn: string | null;
}

/** What is read out on a call or in person, and what stands on a form. */
export type SpokenOrWritten = "spoken" | "written";

/** The languages in which consent and the notice are worded. */
export const wordsLanguages = ["en", "es", "zh"] as const;
export type WordsLanguage = (typeof wordsLanguages)[number];

/** How it is known what the patient said about being texted. */
export const consentChannelWords = {
  roster: "from a roster",
  call: "on a call",
  in_person: "in person",
  form: "signed form",
  text: "in a text",
} as const;
export type ConsentChannel = keyof typeof consentChannelWords;

/** What a nurse may write down. Consent is never given by a text alone: nobody showed the words. */
export const recordableChannels = ["call", "in_person", "form", "text"] as const;
export type RecordableChannel = (typeof recordableChannels)[number];

export const noticeChannels = ["call", "in_person", "form"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** How long a note beside a consent may be. */
export const longestNote = 500;

/** Words that a nurse can choose, as the patient is shown them. */
export interface WordsOffered {
  version: string;
  language: WordsLanguage;
  form: SpokenOrWritten;
  text: string;
}

export interface ConsentState {
  given: boolean;
  basis: "roster" | "patient" | "document" | "stop";
  channel: ConsentChannel | null;
  /** YYYY-MM-DD where somebody said since when. */
  givenOn: string | null;
  /** ISO. */
  recordedAt: string;
}

export interface ConsentEntry extends ConsentState {
  id: string;
  /** E.164. */
  phone: string;
  /** Null where what was shown is not on file. */
  words: string | null;
  wordsVersion: string | null;
  language: string | null;
  note: string | null;
  /** Who recorded it; null where no person did. */
  by: string | null;
}

export interface RiskNoticeEntry {
  id: string;
  accepted: boolean;
  channel: NoticeChannel;
  words: string;
  wordsVersion: string;
  language: string;
  by: string | null;
  recordedAt: string;
}

export interface PatientPhone {
  id: string;
  /** E.164. */
  number: string;
  relationship: "self" | "guardian" | "other";
  notTextable: NotTextable | null;
  lineType: string | null;
  lineCheckedAt: string | null;
  stoppedAt: string | null;
  /** The calendar day of the stop: a form dated before it does not undo it. */
  stoppedOn: string | null;
  /** The entry that holds now, with its id; null when there is none. */
  consent: (ConsentState & { id: string }) | null;
  /** How many others use it, whose consent ends when a form lets texts go again. */
  others: number;
}

export interface PatientDetail {
  id: string;
  name: string;
  birthDate: string;
  age: number;
  language: string;
  record: PatientRecord;
  /** Due now first, then what is to come. */
  windows: MeasureWindow[];
  /** Those that the reader shares with the patient. */
  programs: { id: string; name: string }[];
  timeZone: string;
  /** YYYY-MM-DD, the last day that something may be dated. */
  today: string;
  phones: PatientPhone[];
  /** Newest first. */
  consents: ConsentEntry[];
  notices: RiskNoticeEntry[];
  consentWords: WordsOffered[];
  noticeWords: WordsOffered[];
  now: string;
}
