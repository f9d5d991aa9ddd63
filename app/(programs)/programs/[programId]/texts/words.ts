import { whyNotSent } from "@/app/why-not-sent";
import type { StatusTone } from "@/components/ui/status";
import { type NotSentState, stateWords } from "@/lib/messaging/types";

export const tones: Record<NotSentState, StatusTone> = {
  unknown: "warning",
  suppressed: "neutral",
  rejected: "danger",
  undeliverable: "danger",
};

/** The states as a filter names them. */
export const filterWords: Record<NotSentState, string> = {
  unknown: "In doubt",
  suppressed: "Held back",
  rejected: "Refused",
  undeliverable: "Not delivered",
};

/** Why, without telling the reader to do what only a nurse can. */
export const reasonWords = (state: NotSentState, reason: string | null): string =>
  whyNotSent(state, reason) ?? `${stateWords[state]}.`;
