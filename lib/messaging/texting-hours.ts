import { Temporal } from "temporal-polyfill";

// The narrowest of the states' windows, Sundays out: fits nearly everybody until each zone is known.
const opensAt = 10;
const closesAt = 18;
const sunday = 7;

/** Null when outreach may go at `now` in the program's zone; else when it may next. */
export function nextTextingHour(now: Date, timeZone: string): Date | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  if (local.dayOfWeek !== sunday && local.hour >= opensAt && local.hour < closesAt) return null;
  const today = local.hour < opensAt ? 0 : 1;
  let opening = openingOf(local, today);
  if (opening.dayOfWeek === sunday) opening = openingOf(opening, 1);
  return new Date(opening.epochMilliseconds);
}

function openingOf(from: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime {
  return from
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone: from.timeZoneId, plainTime: { hour: opensAt } });
}
