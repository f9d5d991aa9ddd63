import { type NotTextable, notTextableWords } from "@/lib/patients/types";

/** Bytes and rows of one file. */
export const uploadLimit = { bytes: 10_000_000, rows: 20_000 } as const;

/** How long a file may be read, in minutes, before we say that reading it did not finish. */
export const readingMinutes = 10;

/** `unfinished` is `reading` for so long that whatever read it must have died. */
export type RosterState =
  | "reading"
  | "mapping"
  | "checking"
  | "checked"
  | "committing"
  | "committed"
  | "failed"
  | "unfinished";

export const stateWords: Record<RosterState, string> = {
  reading: "Being read",
  mapping: "Waits for its columns",
  checking: "Being checked",
  checked: "Checked, not imported yet",
  committing: "Being imported",
  committed: "Imported",
  failed: "Could not be read",
  unfinished: "Did not finish",
};

export type Verdict = "import" | "reject";

/** Why a row is left out. */
export const rejectWords = {
  extra_cells: "More cells than the heading has. A comma may be missing its quotation marks.",
  missing_member: "No member number.",
  damaged_member: "The spreadsheet shortened the member number. Format the column as text and save again.",
  missing_name: "No name.",
  missing_birth_date: "No birth date.",
  unreadable_birth_date: "The birth date cannot be read. Write it as 1994-05-17 or 5/17/1994.",
  future_birth_date: "The birth date is in the future.",
  early_birth_date: "The birth date is before 1900.",
  damaged_phone: "The spreadsheet shortened the phone number. Format the column as text and save again.",
  several_phones: "More than one phone number. Keep one.",
  unreadable_phone: "The phone number cannot be read.",
  duplicate_member: "The same member number as on another line.",
} as const;

/** What we noticed in a row that is imported all the same. */
export const noteWords = {
  no_phone: "No phone number, so no texts.",
  not_textable: "The phone cannot receive texts.",
  no_consent: "No consent, so no texts.",
  unreadable_consent: "The consent cannot be read and counts as none. Write Y or N.",
  unreadable_consent_date: "The consent date cannot be read and was left out.",
  unknown_language: "The language is missing or unknown: English is used.",
  unreadable_zip: "The ZIP code cannot be read and was left out.",
  unknown_state: "The state is unknown and was left out. Write it as NY or New York.",
  unknown_time_zone: "The time zone is unknown and was left out. Write it as Eastern or America/New_York.",
} as const;

export type RejectCode = keyof typeof rejectWords;
export type NoteCode = keyof typeof noteWords;

/** As the database keeps it: a code, with a detail that is nobody's data ("duplicate_member:12"). */
export type Reason = RejectCode | NoteCode | `duplicate_member:${number}` | `not_textable:${NotTextable}`;

/** The sentence for one stored reason. */
export function reasonSentence(reason: string): string {
  const [code = "", detail] = reason.split(":");
  if (code === "duplicate_member" && detail)
    return `The same member number as on line ${detail}, which is used.`;
  if (code === "not_textable" && detail && detail in notTextableWords)
    return `The phone is ${notTextableWords[detail as NotTextable]}, so no texts.`;
  return (
    { ...rejectWords, ...noteWords }[code as RejectCode | NoteCode] ?? "Something about this row is unclear."
  );
}

export interface RosterSummary {
  id: string;
  fileName: string;
  state: RosterState;
  /** A sentence, when the file could not be read. */
  failure: string | null;
  rows: number;
  importable: number;
  rejected: number;
  /** How many of the importable ones are imported by now. */
  committed: number;
  uploadedBy: string;
  /** ISO */
  uploadedAt: string;
  committedAt: string | null;
}

export interface RosterLine {
  line: number;
  memberNumber: string;
  name: string;
  phone: string;
  language: string;
  verdict: Verdict;
  committed: boolean;
  reasons: string[];
}

export interface RosterDetail extends RosterSummary {
  programId: string;
  /** How often each reason was found, most often first: rows left out, and notes on rows that are imported. */
  rejections: { words: string; count: number }[];
  notes: { words: string; count: number }[];
  lines: RosterLine[];
  /** Where the next page begins, null on the last one. */
  nextAfter: number | null;
}

/** How many lines a page shows. */
export const pageLines = 100;

export interface LinesWanted {
  /** Lines after this one. */
  after?: number;
  verdict?: Verdict;
}
