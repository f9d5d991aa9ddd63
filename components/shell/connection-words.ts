import { clockTime } from "@/components/ui/time-words";

export type Loss =
  | { kind: "none" }
  /** `since` is when something last came, by the server; null when nothing ever did. */
  | { kind: "lost"; since: Date | null }
  /** The line is back; what was missed is being read. */
  | { kind: "reading" }
  | { kind: "back" };

/** What the banner shows when the connection or a reading changes. Said once: "back" ends by itself. */
export function afterChange(
  before: Loss,
  { state, since, reading }: { state: "connecting" | "live" | "lost"; since: Date | null; reading: boolean },
): Loss {
  if (state === "lost") return before.kind === "lost" ? before : { kind: "lost", since };
  if (state === "connecting" || before.kind === "none" || before.kind === "back") return before;
  return reading ? { kind: "reading" } : { kind: "back" };
}

export function lossWords(loss: Loss, zone: string): string {
  if (loss.kind === "none") return "";
  if (loss.kind === "reading") return "Back. Reading what is new.";
  if (loss.kind === "back") return "Back, up to date.";
  const when = loss.since ? `Connection lost at ${clockTime(loss.since, zone)}.` : "Not connected.";
  return `${when} What you see may be old. Replies wait here and go out once when it is back.`;
}

/** Past this nothing came, not even a beat: what is shown is only as new as the last word. */
export const silence = 30_000;
/** Past this the page is read again by itself, however the line stands. */
export const longSilence = 90_000;

/** Whether it is time to read the page again: nothing came for that long, since the last word or the last reading. */
export const isOverdue = (now: number, heardAt: number, readAt: number): boolean =>
  now - Math.max(heardAt, readAt) >= longSilence;
