import { asc, desc, inArray } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Db } from "@/db/client";
import { closedDays, staffedHours } from "@/db/schema";
import { type StaffedDay, weekdayNames } from "./types";

/** When people answer: by weekday, and on which days of the zone they do not, such as holidays ("2026-12-25"). */
export interface StaffedHours {
  days: StaffedDay[];
  closedOn: ReadonlySet<string>;
}

const never: StaffedHours = { days: [], closedOn: new Set() };
/** Holidays that are over long since move no hour that is asked for. */
const mostClosedDays = 400;

/** The hours of each program. */
export async function hoursOfEach(
  db: Db,
  programIds: string[],
): Promise<(programId: string) => StaffedHours> {
  const [rows, closed] = await Promise.all([
    db
      .select({
        programId: staffedHours.programId,
        weekday: staffedHours.weekday,
        opens: staffedHours.opens,
        closes: staffedHours.closes,
      })
      .from(staffedHours)
      .where(inArray(staffedHours.programId, programIds))
      .orderBy(asc(staffedHours.programId), asc(staffedHours.weekday))
      .limit(7 * programIds.length),
    db
      .select({ programId: closedDays.programId, day: closedDays.day })
      .from(closedDays)
      .where(inArray(closedDays.programId, programIds))
      .orderBy(desc(closedDays.day), asc(closedDays.programId))
      .limit(mostClosedDays * programIds.length),
  ]);
  const hours = new Map<string, StaffedHours & { closedOn: Set<string> }>();
  const of = (programId: string) => {
    const known = hours.get(programId) ?? { days: [], closedOn: new Set<string>() };
    hours.set(programId, known);
    return known;
  };
  // PostgreSQL writes a time with its seconds.
  for (const { programId, weekday, opens, closes } of rows)
    of(programId).days.push({ weekday, opens: opens.slice(0, 5), closes: closes.slice(0, 5) });
  for (const { programId, day } of closed) of(programId).closedOn.add(day);
  return (programId) => hours.get(programId) ?? never;
}

export const hoursOf = async (db: Db, programId: string): Promise<StaffedHours> =>
  (await hoursOfEach(db, [programId]))(programId);

/** Days looked at: a weekday comes round again after seven, and closed days may follow each other over weeks. */
const farthest = 60;

/** `zone` is an IANA name. At the closing minute itself nobody is there any more. */
export function isStaffed(hours: StaffedHours, zone: string, now: Date): boolean {
  return closingAt(hours, zone, now) !== null;
}

/** When the hours that run now end; null when nobody is there. */
export function closingAt(hours: StaffedHours, zone: string, now: Date): Date | null {
  const span = spanOn(hours, zone, today(zone, now));
  return span && span.opens <= now && now < span.closes ? span.closes : null;
}

/** When somebody is there again, strictly after `now`; null when nobody ever is. */
export function nextOpening(hours: StaffedHours, zone: string, now: Date): Date | null {
  const date = today(zone, now);
  for (let days = 0; days <= farthest; days += 1) {
    const span = spanOn(hours, zone, date.add({ days }));
    if (span && span.opens > now) return span.opens;
  }
  return null;
}

/** When the hours that were last ended, so since when nobody is there; null while somebody is, or where nobody ever is. */
export function closedSince(hours: StaffedHours, zone: string, now: Date): Date | null {
  if (isStaffed(hours, zone, now)) return null;
  const date = today(zone, now);
  for (let days = 0; days <= farthest; days += 1) {
    const span = spanOn(hours, zone, date.subtract({ days }));
    if (span && span.closes <= now) return span.closes;
  }
  return null;
}

/**
 * When so many minutes of staffed time are over, counted from a moment that may lie outside the hours; null when they
 * are not within 60 days. What a patient waits against: a night is nobody's delay.
 */
export function staffedAfter(hours: StaffedHours, zone: string, from: Date, minutes: number): Date | null {
  const date = today(zone, from);
  let left = minutes * 60_000;
  for (let days = 0; days <= farthest; days += 1) {
    const span = spanOn(hours, zone, date.add({ days }));
    if (!span || span.closes <= from) continue;
    const begins = Math.max(span.opens.getTime(), from.getTime());
    if (begins + left <= span.closes.getTime()) return new Date(begins + left);
    left -= span.closes.getTime() - begins;
  }
  return null;
}

/** "Staffed until 5:00 pm", "Not staffed until tomorrow 9:00 am", and when that changes. */
export function coverage(
  hours: StaffedHours,
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
function spanOn(hours: StaffedHours, zone: string, date: Temporal.PlainDate) {
  const day = hours.days.find((h) => h.weekday === date.dayOfWeek);
  if (!day || hours.closedOn.has(date.toString())) return null;
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
