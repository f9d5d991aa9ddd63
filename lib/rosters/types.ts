import { type NotTextable, notTextableWords } from "@/lib/patients/types";

/** Bytes and rows of one file. */
export const uploadLimit = { bytes: 200_000_000, rows: 500_000 } as const;

export type RosterState =
  | "reading"
  | "mapping"
  | "checking"
  | "checked"
  | "committing"
  | "committed"
  | "failed"
  | "lapsed";

/** A roster that nobody imports keeps its rows for so many days after the upload. */
export const daysKept = 7;

export const stateWords: Record<RosterState, string> = {
  reading: "Being uploaded",
  mapping: "Waits for its columns",
  checking: "Being checked",
  checked: "Checked, not imported yet",
  committing: "Being imported",
  committed: "Imported",
  failed: "Could not be read",
  lapsed: "Not imported",
};

/** What a column of a file can be, as a person chooses it. */
export const columnWords = {
  member_id: "Member number",
  full_name: "Full name",
  first_name: "First name",
  middle_name: "Middle name",
  last_name: "Last name",
  birth_date: "Birth date",
  phone: "Phone",
  consent: "Consent to texts",
  consent_date: "Date of consent",
  language: "Language",
  address: "Address (part of it)",
  zip: "ZIP code",
  state: "State",
  time_zone: "Time zone",
  plan: "Plan",
  tags: "Cohort or tags",
  due_date: "Due date",
  child_birth_date: "Child's birth date",
  status: "Membership status",
  ended: "Membership ended",
  deceased: "Deceased",
} as const;

export type Column = keyof typeof columnWords;
export const columns = Object.keys(columnWords) as Column[];

/** Of these, a file may have several columns: their cells are put together in the file's order. */
export const severalColumns: readonly Column[] = ["address", "tags"];

/** How we know which column it is. */
export const sourceWords = {
  name: "By its name",
  memory: "As last time",
  samples: "By its values: please check",
  person: "Chosen by a person",
} as const;
export type ColumnSource = keyof typeof sourceWords;

export interface FileColumn {
  /** As the file names it; null in a file without a heading. */
  heading: string | null;
  /** What stands in it, each once, a few of them. */
  samples: string[];
  /** Null: left out. */
  column: Column | null;
  source: ColumnSource | null;
}

export type Verdict = "import" | "reject";
export type Effect = "new" | "changed" | "unchanged";

/** Why a row is left out. */
export const rejectWords = {
  extra_cells: "More cells than the heading has. A comma may be missing its quotation marks.",
  repeated_heading: "The heading once more: nobody is missing.",
  missing_member: "No member number.",
  damaged_member: "The spreadsheet shortened the member number. Format the column as text and save again.",
  missing_name: "No name.",
  unreadable_name: "The name has no letters. The columns of this row may be mixed up.",
  test_record: "This looks like a test record.",
  missing_birth_date: "No birth date.",
  placeholder_birth_date: "The birth date is a placeholder, such as 1/1/1900.",
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
  placeholder_phone: "The phone is a placeholder, such as 999-999-9999, so no texts.",
  mobile_of_several: "Several phone numbers: the one that is called mobile is used.",
  not_textable: "The phone cannot receive texts.",
  no_consent: "No consent, so no texts.",
  unreadable_consent: "The consent cannot be read and counts as none. Write Y or N.",
  unreadable_consent_date: "The consent date cannot be read and was left out.",
  deceased: "Deceased: no texts.",
  left_plan: "No longer a member: no texts.",
  unknown_status: "The membership status is unknown and was left out.",
  restored_member: "Leading zeros of the member number were put back: the program's other members have them.",
  swapped_name: "The name was written last name first and was turned round.",
  repaired_letters: "Damaged letters were repaired, such as Ã© for é. Look at the name.",
  lost_letters: "Letters were lost before this file was saved. Look at the name.",
  excel_birth_date: "The birth date was a spreadsheet's number and was read as a date.",
  short_birth_year: "The birth year has two digits: the latest past one was taken.",
  unknown_language: "The language is missing or unknown: English is used.",
  restored_zip: "Leading zeros of the ZIP code were put back.",
  unreadable_zip: "The ZIP code cannot be read and was left out.",
  unknown_state: "The state is unknown and was left out. Write it as NY or New York.",
  unknown_time_zone: "The time zone is unknown and was left out. Write it as Eastern or America/New_York.",
  unreadable_due_date: "The due date cannot be right and was left out.",
  unreadable_child_birth_date: "The child's birth date cannot be right and was left out.",
  name_on_file:
    "A patient with this name and birth date is on file under another member number. Both stay; join them on the patient's page if they are one.",
  few_cells: "Fewer cells than the heading has. What is missing counts as empty.",
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
  /** A sentence, when the file could not be read or its rows were deleted. */
  failure: string | null;
  /** ISO: when its rows are deleted, unless somebody imports it before. */
  keptUntil: string | null;
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
  effect: Effect | null;
  committed: boolean;
  reasons: string[];
}

/** How many rows each verdict and each effect has. `duplicates` are among the rejected. */
export interface RosterCounts {
  warned: number;
  added: number;
  changed: number;
  unchanged: number;
  duplicates: number;
}

export interface RosterDetail extends RosterSummary, RosterCounts {
  programId: string;
  bytes: number;
  bytesChecked: number;
  /** Null where they are not known: before they are read, and of rosters from before there was a choice. */
  columns: FileColumn[] | null;
  /** Whether the columns can still be changed: as long as the file is kept. */
  isFileKept: boolean;
  /** How often each reason was found, most often first: rows left out, and notes on rows that are imported. */
  rejections: { words: string; count: number }[];
  notes: { words: string; count: number }[];
  lines: RosterLine[];
  /** Where the next page begins, null on the last one. */
  nextAfter: number | null;
}

/** How many lines a page shows. */
export const pageLines = 100;

/** Which rows a page shows; all of them without one. */
export const shownWords = {
  import: "Import",
  warning: "Import with a warning",
  reject: "Left out",
  new: "New",
  changed: "Changed",
  unchanged: "Unchanged",
  duplicate: "Duplicate",
} as const;
export type Shown = keyof typeof shownWords;

export interface LinesWanted {
  /** Lines after this one. */
  after?: number;
  shown?: Shown;
}
