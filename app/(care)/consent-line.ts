import { calendarDay } from "@/components/ui/time-words";
import { type ConsentState, consentChannelWords } from "@/lib/patients/types";

/** What the newest entry of the ledger says, in a line. `zone` is for entries that hold no day of their own. */
export function consentLine(consent: ConsentState | null, zone: string): string {
  if (!consent) return "No consent on file";
  const day = consentDay(consent, zone);
  if (consent.basis === "stop") return `No consent since texts were stopped on ${day}`;
  const how = howKnown(consent);
  const line = consent.given ? `Consent on file since ${day}` : `Consent taken back on ${day}`;
  return how ? `${line} (${how})` : line;
}

/** "signed form", or null where nobody wrote it down. */
export function howKnown({ channel, basis }: Pick<ConsentState, "channel" | "basis">): string | null {
  if (channel) return consentChannelWords[channel];
  return basis === "roster" ? consentChannelWords.roster : null;
}

export const consentDay = ({ givenOn, recordedAt }: ConsentState, zone: string): string =>
  givenOn ? calendarDay(new Date(`${givenOn}T12:00Z`), "UTC") : calendarDay(new Date(recordedAt), zone);
