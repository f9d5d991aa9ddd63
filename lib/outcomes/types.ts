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
  channel: "postcard" | "mailer" | "call" | "recorded_call" | "email" | "visit";
  /** Null when nobody said. */
  reached: "yes" | "no" | null;
  program: string;
}
