import type { Role } from "@/lib/context";
import type { MessageState, Purpose } from "@/lib/messaging/types";
import type { ActionTaken } from "@/lib/outcomes/types";
import type { Standing } from "@/lib/patients/types";
import type { MeasureWindow } from "@/lib/patients/types-record";
import type { Claim, LastContact, PutOffTimes, ThreadEvent } from "./types-working";

/** How a conversation ends. Some of them stop or hold something for one patient, or stop the number; the words say so. */
export const dispositions = {
  answered: { words: "Answered", stopsNumber: false, ofPatient: false },
  no_reply_needed: { words: "No reply needed", stopsNumber: false, ofPatient: false },
  reached_outside: { words: "Reached another way", stopsNumber: false, ofPatient: false },
  escalated: { words: "Handed on to a clinician", stopsNumber: false, ofPatient: false },
  wrong_number: { words: "Wrong number for the patient", stopsNumber: false, ofPatient: true },
  deceased: { words: "The patient has died", stopsNumber: false, ofPatient: true },
  loss: { words: "A loss, such as of a pregnancy or a child", stopsNumber: false, ofPatient: true },
  opted_out: { words: "Asked us to stop, and stop texts to it", stopsNumber: true, ofPatient: false },
  moved: { words: "Moved away or left the plan", stopsNumber: false, ofPatient: false },
} as const;
export type Disposition = keyof typeof dispositions;

/** Most urgent first; a thread's `priority` is the rank here. A rule raises it and never lowers it. */
export const priorities = ["emergency", "urgent", "routine"] as const;
export type Priority = (typeof priorities)[number];

export const priorityOf = (rank: number): Priority => priorities[rank] ?? "routine";
export const rankOf = (priority: Priority): number => priorities.indexOf(priority);

/** What stands in a conversation's timeline beside its texts, in the words that follow the person's name. */
export const threadEventWords = {
  claimed: "claimed this",
  released: "released this",
  lapsed: "The claim ran out",
  taken_over: "took this over",
  note: "noted",
  snoozed: "put this off",
  woken: "Back from being put off",
  outside: "reached the patient another way",
  closed: "closed this",
  priority: "changed how urgent this is",
  alert: "An emergency was raised",
  acknowledged: "acknowledged the emergency",
  escalated: "The emergency went to more people",
  taken_back: "took a reply back before it left",
} as const;
export type ThreadEventKind = keyof typeof threadEventWords;

export const inboxViews = {
  waiting: "Needs a person",
  unknown: "Unknown numbers",
  mine: "Mine",
  recent: "All recent",
} as const;
export type InboxView = keyof typeof inboxViews;

export interface InboxRow {
  threadId: string;
  /** "Rosa M.", "3 patients on this phone" or "Unknown number". */
  who: string;
  language: string | null;
  preview: string;
  /** What the last text carried besides words, such as "image". */
  media: string | null;
  waitingSince: string | null;
  lastMessageAt: string | null;
  claimedBy: string | null;
  mine: boolean;
  program: string;
  timeZone: string;
  stopped: boolean;
  /** Outreach to a patient on its phone is on hold, or they have died. */
  held: "hold" | "deceased" | null;
  /** The last text came before the number passed to somebody else, and is not shown. */
  passedOn: boolean;
  /** A text in it may ask us to stop, and nobody has decided yet. */
  mayAskToStop: boolean;
  closed: boolean;
}

export interface InboxPage {
  rows: InboxRow[];
  /** Patients who need a person, in all of the nurse's programs; this and the others exact up to 1,000. */
  waiting: number;
  /** Waiting texts from numbers that no patient of the nurse's programs has. */
  unknown: number;
  mine: number;
  /** Key of the next page, or null. */
  next: string | null;
  now: string;
}

/** A text that may have asked us to stop, and what was decided; null while nobody has. */
export interface StopSuggestion {
  decision: "stop" | "no_stop" | "stopped_meanwhile" | null;
  by: string | null;
}

export interface ThreadMessage {
  id: string;
  direction: "in" | "out";
  purpose: Purpose | null;
  state: MessageState;
  reason: string | null;
  body: string;
  /** What it carried besides words, such as "image": it was not opened. */
  media: string | null;
  /** Goes on from the text before it. */
  continues: boolean;
  at: string;
  author: string | null;
  role: Role | null;
  /** Which campaign sent it, and which of its steps it is. */
  campaign: { name: string; step: number } | null;
  patientName: string | null;
  suggestion: StopSuggestion | null;
}

export interface ThreadPatient {
  id: string;
  name: string;
  birthYear: number;
  age: number;
  language: string;
  standing: Standing | null;
  /** What is due, or will be next; at most three. */
  due: MeasureWindow[];
  actions: ActionTaken[];
}

export interface ThreadDetail {
  id: string;
  who: string;
  program: {
    id: string;
    name: string;
    brand: string;
    desiredAction: string;
    timeZone: string;
    /** Millionths of a US dollar for one segment. */
    segmentCostMicros: number;
  };
  phone: string;
  phoneId: string;
  /** When the number passed to somebody else: nothing from before is here. It can be taken back while nobody new has it. */
  passedOn: { at: string; canBeUndone: boolean } | null;
  patients: ThreadPatient[];
  othersOutside: number;
  /** The newest texts, and what was done between and after them; both the oldest first. */
  messages: ThreadMessage[];
  events: ThreadEvent[];
  earlierMessages: boolean;
  contact: LastContact;
  putOffTimes: PutOffTimes;
  /** ISO: until when it is put off. */
  snoozedUntil: string | null;
  lastInboundId: string | null;
  waitingSince: string | null;
  claim: Claim | null;
  closed: Disposition | null;
  /** The oldest text that may ask us to stop and waits for a decision, with its words. */
  openSuggestion: { messageId: string; words: string } | null;
  stoppedAt: string | null;
  now: string;
}

/** What was written with a patient over a number that has since passed to somebody else. */
export interface EarlierPart {
  threadId: string;
  /** E.164. */
  phone: string;
  program: string;
  /** ISO: when it passed on. */
  until: string;
  timeZone: string;
  texts: {
    id: string;
    direction: "in" | "out";
    purpose: Purpose | null;
    state: MessageState;
    body: string;
    at: string;
  }[];
  /** Only the newest are here. */
  more: boolean;
}

/** A conversation on one of a patient's numbers. Times are ISO. */
export interface PatientThread {
  id: string;
  /** E.164. */
  number: string;
  program: string;
  lastMessageAt: string | null;
  waitingSince: string | null;
  closed: Disposition | null;
}
