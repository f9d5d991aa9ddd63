/** Why a text goes out. */
export const purposes = [
  "outreach",
  "reply",
  "auto_reply",
  "safety",
  "help_reply",
  "stop_confirmation",
] as const;
export type Purpose = (typeof purposes)[number];

/** Replies and what answers a patient never wait behind a campaign. */
export type Lane = "reply" | "bulk";

export const laneOf = (purpose: Purpose): Lane => (purpose === "outreach" ? "bulk" : "reply");

export type OutState =
  | "queued"
  | "sending"
  | "submitted"
  | "delivered"
  | "unknown"
  | "undeliverable"
  | "rejected"
  | "suppressed"
  | "cancelled";
export type MessageState = OutState | "received";

/** A state only ever gives way to one of a higher rank: receipts come late, twice and in any order. */
export const stateRank: Record<OutState, number> = {
  queued: 0,
  sending: 1,
  unknown: 2,
  submitted: 3,
  rejected: 4,
  undeliverable: 4,
  cancelled: 4,
  suppressed: 4,
  delivered: 5,
};

export const stateWords: Record<MessageState, string> = {
  received: "Received",
  queued: "Waiting to be sent",
  sending: "Sending",
  submitted: "Sent, not yet delivered",
  delivered: "Delivered",
  unknown: "We don't know if this text arrived",
  undeliverable: "Could not be delivered",
  rejected: "Refused by the carrier",
  suppressed: "Held back, not sent",
  cancelled: "Cancelled, not sent",
};

export const suppressionWords = {
  stopped: "The patient stopped texts to this number.",
  deceased: "This patient has died.",
  held: "Outreach to this patient is on hold.",
  moved: "This patient has moved away.",
  merged: "This record was joined with another one of the same patient.",
  wrong_number: "This number is not the patient's any more.",
  reassigned: "The number passed to somebody else before its turn came.",
  not_textable: "This number cannot get texts.",
  fictional: "This is a number for demonstrations; only the simulated carrier gets it.",
  no_consent: "There is no consent to text this patient.",
  group_closed: "The campaign ended before its turn came.",
  expired: "Its time had passed.",
  no_common_hour:
    "The places where this patient may be share no hour at which texts may go. State their time zone on the patient's page.",
} as const;
export type Suppression = keyof typeof suppressionWords;

/** Why a text was cancelled before it left. */
export const cancelWords = {
  taken_back: "It was taken back before it left.",
  newer_text: "A newer text from the patient came before it left.",
} as const;
export type CancelReason = keyof typeof cancelWords;

/** Why a text waits, as the beginning of a sentence that a time ends. */
export const delayWords = {
  paused: "The campaign is paused.",
  suggestion: "A text from this number may be a request to stop; a nurse decides first.",
  frequency: "As many texts as are allowed have gone to this patient. The next may go",
  hours: "Where this patient may be, texting hours begin",
} as const;
export type Delay = keyof typeof delayWords;

/** Whether one patient may be texted now at one phone, for one program, by the rules that hold back texts. */
export interface TextingAnswer {
  phoneId: string;
  programId: string;
  program: string;
  purpose: "outreach" | "reply";
  may: boolean;
  sentence: string;
}

/** Why nobody knows whether a text left: the reason of an `unknown` text, as a sentence. */
export const unknownWords: Readonly<Record<string, string>> = {
  timeout: "The carrier did not answer in time.",
  lease_ran_out: "Our own sending stopped while it was being handed over.",
  server_error: "The carrier had a fault while it was being handed over.",
  redirected: "The carrier pointed to another address instead of an answer.",
  unreadable_answer: "The carrier's answer could not be read.",
  answer_too_large: "The carrier's answer could not be read.",
};
/** For any other reason: the socket's own code, such as ECONNRESET. */
export const lineBroke = "The line to the carrier broke while it was being handed over.";

/** What to put right before the account is resumed, by why it was stopped. */
export const stopRemedies: Readonly<Record<string, string>> = {
  "The carrier account has no credit left.":
    "Add credit in the carrier's dashboard, and set it to top up by itself.",
  "The carrier does not accept our credentials.":
    "Compare the VONAGE_ settings of this deployment with the application in the carrier's dashboard.",
  "The carrier does not allow this account to send texts.":
    "Ask the carrier's support what holds the account back.",
  "The carrier's address in our settings is wrong.": "Correct VONAGE_API_HOST in this deployment's settings.",
  "A proxy between us and the carrier refuses us.": "Let the proxy pass calls to the carrier.",
};

/** What a patient's text carried besides words: it is not fetched, so it must be asked for. */
export const mediaWords: Readonly<Record<string, string>> = {
  image: "The patient sent a picture. It was not opened: ask what it shows.",
  video: "The patient sent a video. It was not opened: ask what it shows.",
  audio: "The patient sent a recording. It was not opened: ask what it says.",
  vcard: "The patient sent a contact. It was not opened: ask whose it is.",
};
export const otherMedia = "The patient sent a file. It was not opened: ask what it holds.";

/** Why a text goes out, as people say it. */
export const purposeWords: Record<Purpose, string> = {
  outreach: "Campaign",
  reply: "Reply",
  auto_reply: "Automatic reply",
  safety: "Automatic safety text",
  help_reply: "Automatic answer to HELP",
  stop_confirmation: "Automatic answer to STOP",
};

/** GSM-7 segments hold 160 characters alone and 153 in parts; UCS-2 70 and 67. */
export interface SegmentCount {
  segments: number;
  encoding: "GSM-7" | "UCS-2";
  /** As networks count them: in GSM-7 a € takes two places, in UCS-2 an emoji two or more. */
  characters: number;
  /** What GSM-7 does not have, each once, in the order of the text. */
  forcing: string[];
  /** How many segments it would be if GSM-7 had those. */
  segmentsWithout: number;
}

/** What is wrong with a text before it leaves. */
export interface Finding {
  code:
    | "no_text"
    | "too_long"
    | "health_word"
    | "social_security"
    | "member_number"
    | "email"
    | "address"
    | "birth_date"
    | "long_number"
    | "other_name"
    | "written_name"
    | "link"
    | "reply_word"
    | "no_brand"
    | "no_stop_wording";
  /** For whoever writes: what it is and what to do. */
  sentence: string;
  /** The words of the text that it is about. */
  quote?: string;
}

export interface NewText {
  programId: string;
  senderId: string;
  phoneId: string;
  /** Whom the text is about; null when nobody has said. */
  patientId: string | null;
  purpose: Purpose;
  body: string;
  sendGroupId?: string | null;
  authorId?: string | null;
  dueAt?: Date;
}

export interface QueuedText {
  threadId: string;
  messageId: string;
  segments: number;
}

/** The longest text that one call to the carrier may carry. */
export const longestText = 1_000;

/** States of a text that did not reach its phone, as far as we know. */
export const notSentStates = ["unknown", "suppressed", "rejected", "undeliverable"] as const;
export type NotSentState = (typeof notSentStates)[number];

export interface NotSentText {
  id: string;
  /** ISO. */
  at: string;
  state: NotSentState;
  reason: string | null;
  purpose: Purpose;
  segments: number;
}

export interface NotSentCount {
  state: NotSentState;
  reason: string | null;
  texts: number;
}

export interface NotSentPage {
  texts: NotSentText[];
  /** By state and reason, most first: all of the last `days` days. */
  counts: NotSentCount[];
  days: number;
  /** Pass as `after` for older ones; null when there are none. */
  next: string | null;
}

/** Whether texts leave. `stopped`: until an admin resumes. `resting`: calls failed; tried again by itself. */
export interface CarrierStanding {
  stopped: { at: string; reason: string } | null;
  resting: boolean;
}

/** One of our numbers, with its line. */
export interface SenderStanding {
  id: string;
  number: string;
  program: string | null;
  segmentsPerSecond: number;
  /** The carrier's cap for a day (Pacific time), or null. */
  segmentsPerDay: number | null;
  usedToday: number;
  waiting: { replies: number; bulk: number };
  /** ISO; when the oldest waiting text was due, or null. */
  oldestDue: string | null;
}

/** What the carrier told us and could not be filed: it waits for somebody to have it tried again. */
export interface ParkedEvent {
  id: string;
  kind: "inbound" | "status";
  /** ISO. */
  receivedAt: string;
  /** "fails" or "unreadable". */
  problem: string | null;
  tries: number;
}
