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
  not_textable: "This number cannot get texts.",
  fictional: "This is a number for demonstrations; only the simulated carrier gets it.",
  no_consent: "There is no consent to text this patient.",
  group_closed: "The campaign ended before its turn came.",
  expired: "Its time had passed.",
} as const;
export type Suppression = keyof typeof suppressionWords;

/** GSM-7 segments hold 160 characters alone and 153 in parts; UCS-2 70 and 67. */
export interface SegmentCount {
  segments: number;
  encoding: "GSM-7" | "UCS-2";
  characters: number;
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
