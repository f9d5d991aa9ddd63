import type { MeasureWindow } from "@/lib/patients/types-record";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

export const languageName = (code: string): string => languageNames.of(code) ?? code;

/** "Due now: Six well visits in the first 15 months, until Mar 2027", or from when. */
export function dueWords({ open, name, opensOn, closesOn }: MeasureWindow): string {
  return open ? `Due now: ${name}, until ${month(closesOn)}` : `From ${month(opensOn)}: ${name}`;
}

// Windows are whole months, and say no day.
function month(day: string): string {
  return new Date(`${day}T12:00Z`).toLocaleDateString("en-US", {
    ...{ month: "short", year: "numeric", timeZone: "UTC" },
  });
}
