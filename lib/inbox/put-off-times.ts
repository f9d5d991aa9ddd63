import { Temporal } from "temporal-polyfill";
import { Invalid } from "@/lib/errors";
import { nextOpening, type StaffedHours } from "@/lib/programs/staffed-hours";
import type { PutOffInput } from "./inputs";
import type { PutOffTimes } from "./types-working";

const afternoon = "14:00";
/** Where a program is never staffed. */
const morning = "09:00";
const farthestDays = 60;

const zoned = (zone: string, time: Date) =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone);

// A time that a day does not have (the clocks go forward) is the one an hour later.
const on = (day: Temporal.PlainDate, time: string, zone: string) =>
  new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

/** What a nurse may put a conversation off to, at this moment, in the program's zone. */
export function putOffTimes(hours: StaffedHours, zone: string, now: Date): PutOffTimes {
  const today = zoned(zone, now).toPlainDate();
  const later = on(today, afternoon, zone);
  return {
    afternoon: later > now ? later.toISOString() : null,
    staffed: nextStaffedDay(hours, zone, today).toISOString(),
  };
}

/** The moment that was chosen. Throws Invalid where it is over, or too far to be found again. */
export function momentOf(
  { until, day, time }: Pick<PutOffInput, "until" | "day" | "time">,
  hours: StaffedHours,
  zone: string,
  now: Date,
): Date {
  if (until === "hour") return new Date(now.getTime() + 3_600_000);
  const today = zoned(zone, now).toPlainDate();
  if (until === "staffed") return nextStaffedDay(hours, zone, today);
  const chosen =
    until === "afternoon" ? on(today, afternoon, zone) : on(Temporal.PlainDate.from(day), time, zone);
  const field = until === "afternoon" ? "until" : "day";
  if (chosen <= now) throw invalid(field, "That time is over. Choose a later one.");
  if (chosen > on(today.add({ days: farthestDays }), "23:59", zone))
    throw invalid(field, `Choose a day of the next ${farthestDays}: further off nobody remembers why.`);
  return chosen;
}

/** When somebody is there again after today. */
function nextStaffedDay(hours: StaffedHours, zone: string, today: Temporal.PlainDate): Date {
  const tomorrow = today.add({ days: 1 });
  const lastMoment = new Date(on(tomorrow, "00:00", zone).getTime() - 1);
  return nextOpening(hours, zone, lastMoment) ?? on(tomorrow, morning, zone);
}

const invalid = (field: string, sentence: string) => new Invalid(sentence, { [field]: [sentence] });
