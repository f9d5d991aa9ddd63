import type { Role } from "@/lib/context";
import type { ThreadEventKind, ThreadMessage } from "./types";

/** How long a note, a reason or what came of a call may be. */
export const longestThreadNote = 2_000;

/** How a patient was reached beside texts. */
export const outsideWays = {
  phone: "By phone",
  in_person: "In person",
  portal: "Through the patient portal",
  other: "Another way",
} as const;
export type OutsideWay = keyof typeof outsideWays;

export const isOutsideWay = (value: unknown): value is OutsideWay =>
  typeof value === "string" && Object.hasOwn(outsideWays, value);

/** Until when a conversation may be put off: an hour, this afternoon, the next day that is staffed, or a moment. */
export const putOffs = ["hour", "afternoon", "staffed", "at"] as const;

/** When those are, ISO. This afternoon is null once it has begun. */
export interface PutOffTimes {
  afternoon: string | null;
  staffed: string;
}

/** What was done in a conversation, beside its texts. */
export interface ThreadEvent {
  id: string;
  kind: ThreadEventKind;
  /** ISO. */
  at: string;
  /** Null where a rule or a clock did it. */
  by: string | null;
  role: Role | null;
  /** A note or a reason. */
  words: string | null;
  details: Record<string, string | number>;
}

/** A part of a conversation: its texts and events, the oldest first. */
export interface TimelinePart {
  messages: ThreadMessage[];
  events: ThreadEvent[];
  /** There are older texts. */
  earlier: boolean;
}

/** Somebody else who has the conversation open. */
export interface Other {
  userId: string;
  name: string;
  typing: boolean;
}

/** Who holds a conversation, and until when (ISO, business time). */
export interface Claim {
  name: string;
  mine: boolean;
  until: string;
}

export interface PresenceNow {
  others: Other[];
  claim: Claim | null;
}

/** When the patients of a conversation were last in touch. Times are ISO. */
export interface LastContact {
  heardAt: string | null;
  answered: { at: string; by: string } | null;
  outside: { at: string; by: string; how: OutsideWay } | null;
}
