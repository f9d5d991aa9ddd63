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

/** What a person says when they decide how urgent a conversation is. */
export const priorityWords: Record<Priority, string> = {
  emergency: "Emergency",
  urgent: "Urgent",
  routine: "Routine",
};

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
  reply_stopped: "A newer text came before a reply left, which was stopped",
} as const;
export type ThreadEventKind = keyof typeof threadEventWords;

export const inboxViews = {
  waiting: "Needs a person",
  mine: "Mine",
  unclaimed: "Unclaimed",
  review: "Needs review",
  answered: "Waiting on patient",
  snoozed: "Put off",
  unknown: "Unknown numbers",
  closed: "Closed",
  recent: "All recent",
} as const;
export type InboxView = keyof typeof inboxViews;

/** Views that say how many stand in them. */
export const countedViews = [
  "waiting",
  "mine",
  "unclaimed",
  "review",
  "answered",
  "snoozed",
  "unknown",
] as const;
export type CountedView = (typeof countedViews)[number];

/** How many stand in each view of what is filtered, exact up to 999; null where a filter makes that too dear. */
export type InboxCounts = Record<CountedView, number | null>;

/** What a nurse narrowed the inbox to. */
export interface InboxFilter {
  programId?: string | undefined;
  /** The first part of a BCP 47 tag, such as "es" for "es-US" too. */
  language?: string | undefined;
  campaignId?: string | undefined;
}

/** What the inbox can be narrowed to: most spoken at home in the United States. Regional forms count with them. */
export const filterLanguages = ["en", "es", "zh", "vi", "tl", "ar", "fr", "ko", "ru", "pt", "ht"] as const;

export interface FilterChoices {
  programs: { id: string; name: string }[];
  campaigns: { id: string; name: string }[];
}

export interface InboxRow {
  threadId: string;
  /** "Rosa M.", "3 patients on this phone" or "Unknown number". */
  who: string;
  language: string | null;
  preview: string;
  /** What the last text carried besides words, such as "image". */
  media: string | null;
  priority: Priority;
  /** The strongest flag that nobody cleared yet, with the words of the patient that raised it. */
  flag: { priority: Priority | "review"; words: string } | null;
  waitingSince: string | null;
  /** When the program's target for this priority is over, in staffed time; null where nobody waits or is expected. */
  answerDue: string | null;
  snoozedUntil: string | null;
  lastMessageAt: string | null;
  claimedBy: string | null;
  mine: boolean;
  program: string;
  timeZone: string;
  /** Where the patient's clock says something else than the program's: an IANA zone. */
  localZone: string | null;
  stopped: boolean;
  /** Outreach to a patient on its phone is on hold, or they have died. */
  held: "hold" | "deceased" | null;
  /** The last text came before the number passed to somebody else, and is not shown. */
  passedOn: boolean;
  /** A text in it may ask us to stop, and nobody has decided yet. */
  mayAskToStop: boolean;
  closed: boolean;
  /** The reader began a reply here and has not sent it. */
  draft: boolean;
}

export interface InboxPage {
  rows: InboxRow[];
  counts: InboxCounts;
  /** Key of the next page, or null. A page of few rows has one too, where a filter lets few of many pass. */
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

/** An emergency that nobody has acknowledged, as far as who looks may see it. Times are ISO. */
export interface OpenAlert {
  id: string;
  program: string;
  timeZone: string;
  raisedAt: string;
  escalated: boolean;
  /** Null for managers and admins, who see no patients and are to reach a nurse. */
  patient: {
    threadId: string;
    who: string;
    /** The piece of the text that raised it. */
    words: string | null;
    /** No text of ours may go to the number. */
    stopped: boolean;
  } | null;
}

export interface AlertsNow {
  /** The longest wait first; at most 20. */
  alerts: OpenAlert[];
  now: string;
}
