import type { Priority } from "./types";

/** A rule that a text raised, in words. Times are ISO. */
export interface RaisedFlag {
  messageId: string;
  rule: string;
  priority: "emergency" | "urgent" | "review";
  /** The piece of the text that raised it. */
  words: string;
  /** Why it is no more than a review: "sounds negated". */
  lowered: string | null;
  /** Who decided about it, and when; null while nobody has. */
  cleared: { by: string; at: string } | null;
}

/** How urgent a conversation is, and why. */
export interface Urgency {
  threadId: string;
  priority: Priority;
  flags: RaisedFlag[];
  /** The emergency that is not over. */
  alert: {
    raisedAt: string;
    acknowledged: { by: string; at: string } | null;
    escalated: boolean;
  } | null;
}
