import { Temporal } from "temporal-polyfill";

export const zone = "America/New_York";
export const minutes = 60_000;
export const hours = 60 * minutes;

/** Days of the pilot's zone, by a number that grows by one each day. Times are epoch milliseconds. */
export interface Calendar {
  today: number;
  dayOf(time: number): number;
  /** YYYY-MM-DD */
  dateOf(day: number): string;
  at(day: number, hour: number, minute?: number): number;
  /** The same day, or the Friday before it. */
  weekdayUpTo(day: number): number;
  /** Within staffed hours: `time`, or when they next begin. */
  staffedFrom(time: number): number;
  /** `time`, or the next morning when people sleep. */
  awakeFrom(time: number): number;
}

export const opens = 8;
export const closes = 18;

const daysBack = 120;
const daysAhead = 14;

export function calendarUpTo(now: Date): Calendar {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay();
  const days = Array.from({ length: daysBack + daysAhead + 2 }, (_, i) => {
    const day = today.add({ days: i - daysBack });
    return {
      begins: day.epochMilliseconds,
      date: day.toPlainDate().toString(),
      weekday: day.dayOfWeek,
      ten: day.with({ hour: 10 }).epochMilliseconds,
    };
  });
  const dayAt = (index: number) => {
    const day = days[index];
    if (!day) throw new Error("The demo pilot's calendar does not reach that day.");
    return day;
  };
  const first = dayAt(0).begins;

  function dayOf(time: number): number {
    let index = Math.floor((time - first) / (24 * hours));
    // Days of 23 and 25 hours shift the guess by one at most.
    if (time < dayAt(index).begins) index -= 1;
    else if (time >= dayAt(index + 1).begins) index += 1;
    return index;
  }

  // From ten on, so that a change of the clocks in the night does not count.
  const at = (day: number, hour: number, minute = 0) =>
    dayAt(day).ten + (hour - 10) * hours + minute * minutes;

  function staffedFrom(time: number): number {
    for (let day = dayOf(time); ; day += 1)
      if (dayAt(day).weekday <= 5 && time < at(day, closes)) return Math.max(time, at(day, opens));
  }

  function weekdayUpTo(day: number): number {
    return dayAt(day).weekday <= 5 ? day : weekdayUpTo(day - 1);
  }

  function awakeFrom(time: number): number {
    const day = dayOf(time);
    if (time < at(day, 7)) return at(day, 7) + (time % (2 * hours));
    return time < at(day, 22) ? time : at(day + 1, 7) + (time % (2 * hours));
  }

  return {
    today: daysBack,
    dayOf,
    dateOf: (day) => dayAt(day).date,
    at,
    weekdayUpTo,
    staffedFrom,
    awakeFrom,
  };
}
