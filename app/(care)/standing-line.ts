import { calendarDay } from "@/components/ui/time-words";
import { holdReasonWords, type Standing } from "@/lib/patients/types";

/** "Outreach to Rosa Marín is on hold since 3 May 2026 (loss)." */
export function standingLine(name: string, { status, reason, since }: Standing, zone: string): string {
  const day = since && calendarDay(new Date(since), zone);
  if (status === "hold")
    return `Outreach to ${name} is on hold${day ? ` since ${day}` : ""}${reason ? ` (${holdReasonWords[reason]})` : ""}.`;
  const noted = day ? `, noted on ${day}` : "";
  return status === "deceased"
    ? `${name} has died${noted}. No outreach goes to them.`
    : `${name} has moved away${noted}. No outreach goes to them.`;
}

/** Held by a person or by a death: what a nurse should know before she writes. */
export const isHeld = (standing: Standing | null): standing is Standing =>
  standing !== null && standing.status !== "moved";
