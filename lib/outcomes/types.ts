/** Where it is known from, strongest evidence first. */
export const actionSources = ["claims", "clinic", "staff", "self_report", "link"] as const;

export type ActionSource = (typeof actionSources)[number];

export const actionSourceWords: Record<ActionSource, string> = {
  claims: "Claims",
  clinic: "The clinic's records",
  staff: "Seen or checked by staff",
  self_report: "Told by the patient",
  link: "Done through a link",
};

/** What a nurse may enter by hand; the others come with imported data. */
export const recordableSources = ["staff", "self_report"] as const satisfies readonly ActionSource[];

export type RecordableSource = (typeof recordableSources)[number];

/** How many days back an action may still be recorded by hand. */
export const daysBack = 365;

export interface ActionTaken {
  /** A day in the program's zone: YYYY-MM-DD. */
  occurredOn: string;
  source: ActionSource;
}

/** What a file can hold. */
export const outcomeKinds = ["claims", "clinic", "touches"] as const;

export type OutcomeKind = (typeof outcomeKinds)[number];

export const outcomeKindWords: Record<OutcomeKind, string> = {
  claims: "Claims",
  clinic: "Clinic visits",
  touches: "Touches of other channels",
};

/** What each kind is evidence for. */
export const evidenceWords: Record<OutcomeKind, string> = {
  claims:
    "What the plan paid for. Claims see everybody alike, texted or held out, so they count for lift. Bring the whole file, not only of those who were texted.",
  clinic:
    "Visits from a clinic's own records. They count for lift too, as long as the file holds everybody who came.",
  touches:
    "Postcards, mailers, calls and e-mails. They prove no action and move no result: they are kept so that channels can be compared.",
};

export const touchChannels = ["postcard", "mailer", "call", "recorded_call", "email", "visit"] as const;

export type TouchChannel = (typeof touchChannels)[number];

export const channelWords: Record<TouchChannel, string> = {
  postcard: "Postcard",
  mailer: "Mailer or letter",
  call: "Call",
  recorded_call: "Recorded call",
  email: "E-mail",
  visit: "Visit at home",
};

/** Bytes and rows of one file. */
export const outcomeLimit = { bytes: 50_000_000, rows: 200_000 } as const;

/** Codes that a person may say count, and how long one may be. */
export const codeLimit = { codes: 200, letters: 20 } as const;

/** How many days back a row of a file may lie: claims come late, but not later. */
export const fileDaysBack = 730;

/** How long a file may be read, in minutes, before we say that reading it did not finish. */
export const outcomeReadingMinutes = 10;

/** `unfinished` is `reading` for so long that whatever read it must have died. */
export type OutcomeState = "reading" | "checked" | "committing" | "committed" | "failed" | "unfinished";

export const outcomeStateWords: Record<OutcomeState, string> = {
  reading: "Being read",
  checked: "Checked, not imported yet",
  committing: "Being imported",
  committed: "Imported",
  failed: "Could not be read",
  unfinished: "Did not finish",
};

export const outcomeVerdicts = ["import", "known", "reject"] as const;

export type OutcomeVerdict = (typeof outcomeVerdicts)[number];

/** Why a row is left out. */
export const outcomeRejectWords = {
  extra_cells: "More cells than the heading has. A comma may be missing its quotation marks.",
  missing_member: "No member number.",
  damaged_member: "The spreadsheet shortened the member number. Format the column as text and save again.",
  unknown_member: "No patient of this program has this member number.",
  missing_day: "No date.",
  unreadable_day: "The date cannot be read. Write it as 2026-03-02 or 3/2/2026.",
  future_day: "The date is in the future.",
  early_day: "The date is more than two years ago. Check the year.",
  missing_channel: "No channel.",
  unreadable_channel:
    "The channel cannot be read. Write postcard, mailer, call, recorded call, e-mail or visit.",
  missing_code: "No code, and only some codes count.",
  uncounted_code: "This code does not count.",
} as const;

/** Why a row changes nothing. */
export const knownWords = {
  recorded: "Recorded already.",
  twice: "The same as on another line.",
} as const;

/** What we noticed in a row that is imported all the same. */
export const outcomeNoteWords = {
  unreadable_code: "The code is too long, or has other signs than letters and digits, and was left out.",
  unreadable_reached: "Whether it reached the patient cannot be read and was left blank. Write yes or no.",
} as const;

export type OutcomeReject = keyof typeof outcomeRejectWords;
export type OutcomeNote = keyof typeof outcomeNoteWords;

/** As the database keeps it: a code, with a detail that is nobody's data ("twice:12"). */
export type OutcomeReason = OutcomeReject | OutcomeNote | "recorded" | `twice:${number}`;

const reasonWords: Record<string, string> = { ...outcomeRejectWords, ...knownWords, ...outcomeNoteWords };

/** The sentence for one stored reason. */
export function outcomeReasonSentence(reason: string): string {
  const [code = "", line] = reason.split(":");
  if (code === "twice" && line) return `The same member and day as on line ${line}, which is used.`;
  return reasonWords[code] ?? "Something about this row is unclear.";
}

export interface OutcomeFileSummary {
  id: string;
  kind: OutcomeKind;
  fileName: string;
  state: OutcomeState;
  /** A sentence, when the file could not be read. */
  failure: string | null;
  /** rows = matched + known + rejected, once the file is read. */
  rows: number;
  matched: number;
  known: number;
  rejected: number;
  /** How many of the matched ones are imported by now. */
  committed: number;
  /** Empty: all count. */
  codes: string[];
  /** YYYY-MM-DD, of the rows that match a patient; null where there is none. */
  firstDay: string | null;
  lastDay: string | null;
  uploadedBy: string;
  /** ISO */
  uploadedAt: string;
}

export interface OutcomeLine {
  line: number;
  memberNumber: string;
  /** YYYY-MM-DD, or what stands there where that cannot be read. */
  day: string;
  /** The code, or the channel and whether it reached the patient. */
  what: string;
  verdict: OutcomeVerdict;
  committed: boolean;
  reasons: string[];
}

export interface ReasonCount {
  words: string;
  count: number;
}

export interface OutcomeFileDetail extends OutcomeFileSummary {
  programId: string;
  /** How often each reason was found, most often first. */
  rejections: ReasonCount[];
  knowns: ReasonCount[];
  notes: ReasonCount[];
  lines: OutcomeLine[];
  /** Where the next page begins, null on the last one. */
  nextAfter: number | null;
}

/** How many lines a page shows. */
export const outcomePageLines = 100;

export interface OutcomeLinesWanted {
  /** Lines after this one. */
  after?: number;
  verdict?: OutcomeVerdict;
}

/** How many touches of a channel are recorded in a program. */
export interface TouchCount {
  channel: TouchChannel;
  touches: number;
  people: number;
  /** Of `touches`; what the file did not say is in neither. */
  reached: number;
  notReached: number;
}

/** The desired action of a program, done by one patient. */
export interface PatientAction extends ActionTaken {
  id: string;
  /** A procedure or visit code, where a file said one. */
  code: string | null;
  /** The program's words for it, such as "Came to a visit". */
  action: string;
  program: string;
}

/** A contact by another channel. */
export interface PatientTouch {
  id: string;
  /** YYYY-MM-DD. */
  occurredOn: string;
  channel: TouchChannel;
  /** Null when nobody said. */
  reached: "yes" | "no" | null;
  program: string;
}
