import { Temporal } from "temporal-polyfill";
import type { Place } from "@/lib/patients/place";
import { federalHours, stateHours } from "./state-hours";

/** When a program's outreach may go, by the patient's clock: "HH:MM" or "HH:MM:SS". */
export interface TextingWindow {
  opens: string;
  closes: string;
  sundays: boolean;
}

export type TextingTime = { open: true } | { opensAt: Date } | { never: true };

/** The narrowest of nearly all states' windows: what a program starts with. */
export const usualWindow: TextingWindow = { opens: "10:00", closes: "18:00", sundays: false };

/** From `opens` up to and without `closes`, in milliseconds of the local day; null where the day is closed. */
type Hours = { opens: number; closes: number } | null;

const aDay = 24 * 3_600_000;
const farthest = 14 * aDay;
const [monday, sunday] = [1, 7];
const weekdays = [monday, 2, 3, 4, 5, 6, sunday] as const;

/**
 * Whether outreach may go at `now`, or when it may next: in every zone of the place the local time must be within
 * the program's window and the hours of every state of the place. "Never" when 14 days have no such minute.
 */
export function textingTime(now: Date, place: Place, window: TextingWindow): TextingTime {
  // No zone would mean no limit at all: whoever asks puts the program's zone there.
  if (place.zones.length === 0) throw new Error("Texting hours were asked for without a time zone.");
  const week = weekOf(window, place.states);
  const start = now.getTime();
  for (let at = start; at <= start + farthest; ) {
    // All before the latest of the zones' openings is closed, so that nothing open is passed over.
    const opening = Math.max(...place.zones.map((zone) => openingFrom(at, zone, week)));
    if (opening === at) return at === start ? { open: true } : { opensAt: new Date(at) };
    at = opening;
  }
  return { never: true };
}

/** `at` itself when this zone allows it, else a later instant before which it allows nothing. */
function openingFrom(at: number, zone: string, week: readonly Hours[]): number {
  const { offset, until } = stretchAt(at, zone);
  const local = at + offset;
  const midnight = Math.floor(local / aDay) * aDay;
  const today = week[weekdayIndex(midnight)];
  if (today && local >= today.opens + midnight && local < today.closes + midnight) return at;
  // Where the clock changes before that, it is read again: then the offset is another.
  return Math.min(nextOpening(local, midnight, week) - offset, until);
}

function nextOpening(local: number, midnight: number, week: readonly Hours[]): number {
  for (let day = midnight; day <= midnight + 7 * aDay; day += aDay) {
    const hours = week[weekdayIndex(day)];
    if (hours && day + hours.opens > local) return day + hours.opens;
  }
  return Number.POSITIVE_INFINITY;
}

/** 0 is Monday. Day zero of 1970 was a Thursday. */
const weekdayIndex = (midnight: number) => (((midnight / aDay + 3) % 7) + 7) % 7;

/** A time between two changes of a zone's clock; `from` and `until` are instants, `until` is not in it. */
interface Stretch {
  from: number;
  until: number;
  offset: number;
}

// Bounded by the zones that there are; years of a test add a few stretches each.
const stretches = new Map<string, Stretch[]>();

function stretchAt(at: number, zone: string): Stretch {
  const known = stretches.get(zone) ?? [];
  const found = known.find(({ from, until }) => at >= from && at < until);
  if (found) return found;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // "Previous" leaves out the instant it starts from, and `at` may be the change itself.
  const previous = local.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const stretch = {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: local.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: local.offsetNanoseconds / 1_000_000,
  };
  stretches.set(zone, [...known, stretch]);
  return stretch;
}

const weeks = new Map<string, readonly Hours[]>();
const mostWeeks = 5_000;

/** The seven days, Monday first, that the program, the federal rule and all these states allow together. */
function weekOf(window: TextingWindow, states: readonly string[]): readonly Hours[] {
  const key = `${window.opens} ${window.closes} ${window.sundays} ${states}`;
  const known = weeks.get(key);
  if (known) return known;
  const rules = [federalHours, ...states.flatMap((state) => stateHours[state] ?? [])];
  const week = weekdays.map((weekday): Hours => {
    if (weekday === sunday && !window.sundays) return null;
    let [opens, closes] = [msOf(window.opens), msOf(window.closes)];
    for (const rule of rules) {
      const hours = rule.days[weekday];
      if (!hours) return null;
      opens = Math.max(opens, msOf(hours.opens));
      closes = Math.min(closes, msOf(hours.closes));
    }
    return opens < closes ? { opens, closes } : null;
  });
  if (weeks.size >= mostWeeks) weeks.clear();
  weeks.set(key, week);
  return week;
}

function msOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
