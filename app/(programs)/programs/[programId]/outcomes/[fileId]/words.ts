import { calendarDay } from "@/components/ui/time-words";
import type { OutcomeFileDetail, OutcomeKind } from "@/lib/outcomes/types";

const nouns: Record<OutcomeKind, [string, string]> = {
  claims: ["claim", "claims"],
  clinic: ["visit", "visits"],
  touches: ["touch", "touches"],
};

/** "1 claim", "1,204 touches" */
export const countOf = (kind: OutcomeKind, count: number): string =>
  `${count.toLocaleString("en-US")} ${nouns[kind][count === 1 ? 0 : 1]}`;

export const rowsOf = (count: number): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? "row" : "rows"}`;

/** "2026-03-02" is "2 Mar 2026". */
export const dayWords = (day: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? calendarDay(new Date(`${day}T12:00Z`), "UTC") : day;

/** "1 Feb 2026 to 2 Mar 2026" */
export function daysCovered({ firstDay, lastDay }: OutcomeFileDetail): string {
  if (!firstDay || !lastDay) return "None";
  return firstDay === lastDay ? dayWords(firstDay) : `${dayWords(firstDay)} to ${dayWords(lastDay)}`;
}
