import { Temporal } from "temporal-polyfill";

const closes = 16;

/**
 * Seconds to add to the machine's time so that business time falls on Monday to Friday between `opens` and 16:00 in
 * `zone`. A stored offset that still does is kept; else the smallest larger one (never negative) that makes it the
 * opening hour: business time must not run backwards over the texts that are already there.
 */
export function chooseOffset(
  stored: number | undefined,
  now: Temporal.Instant,
  zone: string,
  opens = 10,
): number {
  const business = now.add({ seconds: stored ?? 0 }).toZonedDateTimeISO(zone);
  if (stored !== undefined && isWorkday(business) && business.hour >= opens && business.hour < closes)
    return stored;
  let start = business.startOfDay().with({ hour: opens });
  while (Temporal.ZonedDateTime.compare(start, business) < 0 || !isWorkday(start))
    start = start.add({ days: 1 });
  return Math.ceil((start.epochMilliseconds - now.epochMilliseconds) / 1000);
}

const isWorkday = (time: Temporal.ZonedDateTime): boolean => time.dayOfWeek <= 5;

/** "Monday 23 November 2026, 10:00" as it stands there with this offset. */
export function businessTime(offset: number, now: Temporal.Instant, zone: string): string {
  const time = now.add({ seconds: offset }).toZonedDateTimeISO(zone);
  const part = (options: Intl.DateTimeFormatOptions) => time.toLocaleString("en-US", options);
  const clock = time.toPlainTime().toString({ smallestUnit: "minute" });
  return `${part({ weekday: "long" })} ${time.day} ${part({ month: "long" })} ${time.year}, ${clock}`;
}
