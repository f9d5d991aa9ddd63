import { carrierWords } from "@/lib/messaging/carrier-words";
import {
  cancelWords,
  lineBroke,
  type MessageState,
  suppressionWords,
  unknownWords,
} from "@/lib/messaging/types";

/** Why a text did not arrive as it should, as a sentence; null where its state says all. */
export function whyNotSent(state: MessageState, reason: string | null): string | null {
  if (!reason) return null;
  if (state === "suppressed") return known(suppressionWords, reason);
  if (state === "cancelled") return known(cancelWords, reason);
  if (state === "unknown") return known(unknownWords, reason) ?? lineBroke;
  if (state !== "rejected" && state !== "undeliverable") return null;
  if (reason === "unreadable") return "We could not open its words. Tell your admin.";
  // Anything else is what kept every try from reaching the carrier.
  return reason.startsWith("carrier ") || /^\d+$/.test(reason) ? carrierWords(reason) : neverReached;
}

const neverReached = "We tried for a while and did not get through to the carrier.";

const known = (words: Readonly<Record<string, string>>, reason: string) =>
  Object.hasOwn(words, reason) ? (words[reason] ?? null) : null;
