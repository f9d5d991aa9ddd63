import { clockTime, dayHeading } from "@/components/ui/time-words";
import { dispositions, threadEventWords } from "@/lib/inbox/types";
import { isOutsideWay, outsideWays, type ThreadEvent } from "@/lib/inbox/types-working";

/** What was done, as one sentence without the words that somebody wrote. `zone` is the program's. */
export function eventLine(event: ThreadEvent, now: Date, zone: string): string {
  const { kind, by, details } = event;
  const who = by ?? "Somebody";
  switch (kind) {
    case "lapsed":
    case "alert":
    case "escalated":
      return threadEventWords[kind];
    case "woken":
      if (details.by === "text") return "Back: the patient texted";
      return by ? `${by} brought this back` : threadEventWords.woken;
    case "taken_over":
      return `${who} took this over${details.from ? ` from ${details.from}` : ""}`;
    case "snoozed":
      return `${who} put this off until ${momentWords(String(details.until), now, zone)}`;
    case "outside":
      return `${who} reached the patient ${isOutsideWay(details.how) ? outsideWays[details.how].toLowerCase() : "another way"}`;
    case "closed":
      return `${who} closed this: ${endingWords(details.disposition)}`;
    case "priority":
      return details.from && details.to
        ? `${who} changed how urgent this is, from ${details.from} to ${details.to}`
        : `${who} ${threadEventWords.priority}`;
    default:
      return by ? `${by} ${threadEventWords[kind] ?? kind}` : (threadEventWords[kind] ?? kind);
  }
}

/** "tomorrow, 9:00 am" or "Thursday 5 Mar 2026, 9:00 am", in the program's zone. */
export function momentWords(at: string, now: Date, zone: string): string {
  const moment = new Date(at);
  const day = dayHeading(moment, now, zone);
  const tomorrow = dayHeading(moment, new Date(now.getTime() + 86_400_000), zone) === "Today";
  const words = day === "Today" ? "today" : tomorrow ? "tomorrow" : day;
  return `${words}, ${clockTime(moment, zone)}`;
}

const endingWords = (code: unknown): string =>
  typeof code === "string" && code in dispositions
    ? dispositions[code as keyof typeof dispositions].words.toLowerCase()
    : "without saying how";
