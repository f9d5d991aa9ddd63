import { asc, inArray } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Db } from "@/db/client";
import { staffedHours } from "@/db/schema";
import { type StaffedDay, weekdayNames } from "./types";

/** When people answer, Monday first; a program where nobody ever does is missing. */
export async function hoursOfEach(db: Db, programIds: string[]): Promise<Map<string, StaffedDay[]>> {
  const rows = await db
    .select({
      programId: staffedHours.programId,
      weekday: staffedHours.weekday,
      opens: staffedHours.opens,
      closes: staffedHours.closes,
    })
    .from(staffedHours)
    .where(inArray(staffedHours.programId, programIds))
    .orderBy(asc(staffedHours.programId), asc(staffedHours.weekday))
    .limit(7 * programIds.length);
  const hours = new Map<string, StaffedDay[]>();
  // PostgreSQL writes a time with its seconds.
  for (const { programId, weekday, opens, closes } of rows)
    hours.set(programId, [
      ...(hours.get(programId) ?? []),
      { weekday, opens: opens.slice(0, 5), closes: closes.slice(0, 5) },
    ]);
  return hours;
}

export async function hoursOf(db: Db, programId: string): Promise<StaffedDay[]> {
  return (await hoursOfEach(db, [programId])).get(programId) ?? [];
}

/** `zone` is an IANA name. At the closing minute itself nobody is there any more. */
export function isStaffed(hours: readonly StaffedDay[], zone: string, now: Date): boolean {
  return closingAt(hours, zone, now) !== null;
}

/** When the hours that run now end; null when nobody is there. */
export function closingAt(hours: readonly StaffedDay[], zone: string, now: Date): Date | null {
  const span = spanOn(hours, zone, today(zone, now));
  return span && span.opens <= now && now < span.closes ? span.closes : null;
}

/** When somebody is there again, strictly after `now`; null when nobody ever is. */
export function nextOpening(hours: readonly StaffedDay[], zone: string, now: Date): Date | null {
  const date = today(zone, now);
  // Eight days: the same weekday comes round again when today's opening is over.
  for (let days = 0; days <= 7; days += 1) {
    const span = spanOn(hours, zone, date.add({ days }));
    if (span && span.opens > now) return span.opens;
  }
  return null;
}

/** When the hours that were last ended, so since when nobody is there; null while somebody is, or where nobody ever is. */
export function closedSince(hours: readonly StaffedDay[], zone: string, now: Date): Date | null {
  if (isStaffed(hours, zone, now)) return null;
  const date = today(zone, now);
  for (let days = 0; days <= 7; days += 1) {
    const span = spanOn(hours, zone, date.subtract({ days }));
    if (span && span.closes <= now) return span.closes;
  }
  return null;
}

/** "Staffed until 5:00 pm", "Not staffed until tomorrow 9:00 am", and when that changes. */
export function coverage(
  hours: readonly StaffedDay[],
  zone: string,
  now: Date,
): { staffed: boolean; words: string; changesAt: Date | null } {
  const closes = closingAt(hours, zone, now);
  if (closes) return { staffed: true, words: `Staffed until ${clockWords(closes, zone)}`, changesAt: closes };
  const opens = nextOpening(hours, zone, now);
  if (!opens) return { staffed: false, words: "Not staffed", changesAt: null };
  const day = dayWords(today(zone, opens), today(zone, now));
  return { staffed: false, words: `Not staffed until ${day}${clockWords(opens, zone)}`, changesAt: opens };
}

const zoned = (zone: string, time: Date) =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone);
const today = (zone: string, time: Date) => zoned(zone, time).toPlainDate();

// Wall-clock times become moments per day, so a day of 23 or 25 hours moves nothing else.
function spanOn(hours: readonly StaffedDay[], zone: string, date: Temporal.PlainDate) {
  const day = hours.find((h) => h.weekday === date.dayOfWeek);
  if (!day) return null;
  const moment = (time: string) =>
    new Date(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
  return { opens: moment(day.opens), closes: moment(day.closes) };
}

function clockWords(time: Date, zone: string): string {
  const { hour, minute } = zoned(zone, time);
  return `${hour % 12 || 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}`;
}

function dayWords(date: Temporal.PlainDate, from: Temporal.PlainDate): string {
  const days = from.until(date).days;
  if (days === 0) return "";
  return days === 1 ? "tomorrow " : `${weekdayNames[date.dayOfWeek - 1]} `;
}
