import { describe, expect, test } from "vitest";
import type { Place } from "@/lib/patients/place";
import { stateZones } from "@/lib/patients/state-zones";
import { federalHours, stateHours } from "./state-hours";
import { type TextingWindow, textingTime, usualWindow } from "./texting-hours";

const aMinute = 60_000;
const halfAnHour = 30 * aMinute;
const aDay = 48 * halfAnHour;
const longDays: TextingWindow = { opens: "08:00:00", closes: "21:00:00", sundays: true };

const inZones = (...zones: string[]): Place => ({ zones, states: [] });
const at = (instant: string) => new Date(instant);
const opening = (place: Place, window: TextingWindow, instant: string) => {
  const time = textingTime(at(instant), place, window);
  return "opensAt" in time ? time.opensAt.toISOString().slice(0, 16) : Object.keys(time)[0];
};

/** The same answer from the calendar of Intl, instant by instant, with nothing remembered and nothing computed. */
function oracle({ zones, states }: Place, window: TextingWindow) {
  const clocks = zones.map(
    (timeZone) =>
      new Intl.DateTimeFormat("en-US", {
        ...{ timeZone, hourCycle: "h23", weekday: "short" },
        ...{ hour: "2-digit", minute: "2-digit" },
      }),
  );
  const rules = [federalHours, ...states.flatMap((state) => stateHours[state] ?? [])];
  const weekdays = "Mon Tue Wed Thu Fri Sat Sun".split(" ");
  const allows = (clock: Intl.DateTimeFormat, instant: number) => {
    const [weekday = "", time = ""] = clock.format(instant).split(" ");
    if (weekday === "Sun" && !window.sundays) return false;
    const days = rules.map((rule) => rule.days[weekdays.indexOf(weekday) + 1]);
    return [window, ...days].every(
      (hours) => hours && time >= hours.opens.slice(0, 5) && time < hours.closes,
    );
  };
  return (instant: number) => clocks.every((clock) => allows(clock, instant));
}

/** Days from 2024 to 2030: around both changes of the clock in every year, and every fifth week. */
function sampledDays(): number[] {
  const days = new Set<number>();
  for (let year = 2024; year <= 2030; year += 1)
    for (const [month, first] of [
      [2, 8],
      [10, 1],
    ] as const) {
      const sunday = new Date(Date.UTC(year, month, first));
      sunday.setUTCDate(first + ((7 - sunday.getUTCDay()) % 7));
      days.add(sunday.getTime() - 2 * aDay);
    }
  for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2031, 0, 1); day += 35 * aDay) days.add(day);
  return [...days];
}

const everyZone = [...new Set(Object.values(stateZones).flat())];
const grounds: [string, Place, TextingWindow][] = [
  ...everyZone.map((zone): [string, Place, TextingWindow] => [zone, inZones(zone), usualWindow]),
  ["coast to coast", inZones("America/New_York", "America/Los_Angeles"), usualWindow],
  ["Indiana", { zones: ["America/New_York", "America/Chicago"], states: ["IN"] }, longDays],
  ["Arizona", { zones: ["America/Phoenix", "America/Denver"], states: ["AZ"] }, longDays],
  ["Alaska", { zones: ["America/Anchorage", "America/Adak"], states: ["AK"] }, usualWindow],
  ["Hawaii and Florida", { zones: ["Pacific/Honolulu", "America/New_York"], states: ["HI", "FL"] }, longDays],
  ["Texas", { zones: ["America/Chicago", "America/Denver"], states: ["TX"] }, longDays],
  ["Rhode Island", { zones: ["America/New_York"], states: ["RI"] }, longDays],
  ["Pennsylvania", { zones: ["America/New_York"], states: ["PA"] }, longDays],
  ["Maine", { zones: ["America/New_York"], states: ["ME"] }, usualWindow],
  ["half hours", inZones("America/New_York"), { opens: "11:30", closes: "12:00", sundays: true }],
  ["half hour zones", inZones("America/St_Johns", "America/Chicago"), usualWindow],
];

/** At every half hour and a moment before it. Nothing here begins or ends within one. */
test.each(grounds)("%s: as Intl's calendar has it, from 2024 to 2030", (_, place, window) => {
  const isOpen = oracle(place, window);
  const wrong: string[] = [];
  for (const day of sampledDays()) {
    const steps = Array.from({ length: 8 * 48 }, (_, i) => day + i * halfAnHour);
    const open = steps.map(isOpen);
    for (let i = 1; i < 4 * 48; i += 1) {
      const now = steps[i] ?? 0;
      const next = open.indexOf(true, i);
      const justBefore = open[i - 1] ? { open: true } : { opensAt: new Date(steps[next] ?? 0) };
      const then = open[i] ? { open: true } : { opensAt: new Date(steps[next] ?? 0) };
      for (const [instant, expected] of [
        [now - 1, justBefore],
        [now, then],
      ] as const) {
        const answer = textingTime(new Date(instant), place, window);
        if (JSON.stringify(answer) !== JSON.stringify(expected)) wrong.push(new Date(instant).toISOString());
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test("it is open at the opening, and not a minute before; later askers never get an earlier one", () => {
  for (const [, place, window] of grounds) {
    let last = 0;
    for (let now = Date.UTC(2026, 9, 28); now < Date.UTC(2026, 10, 4); now += 7 * aMinute) {
      const time = textingTime(new Date(now), place, window);
      if (!("opensAt" in time)) continue;
      expect(time.opensAt.getTime()).toBeGreaterThanOrEqual(last);
      last = time.opensAt.getTime();
      expect(textingTime(time.opensAt, place, window)).toEqual({ open: true });
      expect(textingTime(new Date(last - aMinute), place, window)).toEqual({ opensAt: time.opensAt });
    }
  }
});

describe("by name", () => {
  test.each([
    ["Phoenix in summer", inZones("America/Phoenix"), "2026-07-07T16:59Z", "2026-07-07T17:00"],
    ["Navajo Nation in summer", inZones("America/Denver"), "2026-07-07T15:59Z", "2026-07-07T16:00"],
    [
      "either of the two in summer",
      inZones("America/Phoenix", "America/Denver"),
      "2026-07-07T16:30Z",
      "2026-07-07T17:00",
    ],
    [
      "either of the two in winter",
      inZones("America/Phoenix", "America/Denver"),
      "2026-01-06T17:00Z",
      "open",
    ],
    ["the far Aleutians", inZones("America/Adak"), "2026-07-07T18:59Z", "2026-07-07T19:00"],
    ["Honolulu", inZones("Pacific/Honolulu"), "2026-07-07T19:59Z", "2026-07-07T20:00"],
    ["Puerto Rico, which keeps no summer time", inZones("America/Puerto_Rico"), "2026-07-07T14:00Z", "open"],
    ["Guam, already on the next day", inZones("Pacific/Guam"), "2026-07-06T23:59Z", "2026-07-07T00:00"],
    [
      "Pago Pago, still on the day before",
      inZones("Pacific/Pago_Pago"),
      "2026-07-07T20:59Z",
      "2026-07-07T21:00",
    ],
    [
      "Saturday evening over the change to summer",
      inZones("America/New_York"),
      "2026-03-07T23:00Z",
      "2026-03-09T14:00",
    ],
    [
      "Saturday evening over the change to winter",
      inZones("America/New_York"),
      "2026-10-31T22:00Z",
      "2026-11-02T15:00",
    ],
    [
      "Guam with American Samoa, nearly a day apart",
      inZones("Pacific/Guam", "Pacific/Pago_Pago"),
      "2026-07-06T00:00Z",
      "2026-07-07T00:00",
    ],
    [
      "a Sunday by one clock is enough",
      inZones("Pacific/Guam", "Pacific/Honolulu"),
      "2026-07-04T21:00Z",
      "2026-07-07T00:00",
    ],
  ])("%s", (_, place, instant, expected) => expect(opening(place, usualWindow, instant)).toBe(expected));

  test("never, where no minute is common: Guam with New York", () => {
    const both = inZones("Pacific/Guam", "America/New_York");
    expect(opening(both, usualWindow, "2026-07-06T12:00Z")).toBe("never");
    expect(opening(both, longDays, "2026-07-06T12:00Z")).toBe("2026-07-06T22:00");
  });

  test("never, where a state closes before the program opens", () => {
    const late = { opens: "18:00", closes: "21:00", sundays: true };
    expect(opening({ zones: ["America/New_York"], states: ["RI"] }, late, "2026-07-06T12:00Z")).toBe("never");
  });

  test("states narrow and never widen, and each of them counts by every clock", () => {
    const texas = { zones: ["America/Chicago"], states: ["TX"] };
    expect(opening(texas, longDays, "2026-07-05T14:00Z")).toBe("2026-07-05T17:00");
    expect(opening(texas, usualWindow, "2026-07-05T18:00Z")).toBe("2026-07-06T15:00");
    expect(opening({ ...texas, states: ["TX", "AL"] }, longDays, "2026-07-05T18:00Z")).toBe(
      "2026-07-06T14:00",
    );
  });

  test("the federal hours bound what a program may have been given", () => {
    const always = { opens: "00:00", closes: "23:59:59", sundays: true };
    expect(opening(inZones("America/Chicago"), always, "2026-07-07T02:00Z")).toBe("2026-07-07T13:00");
  });

  test("without a zone it does not say yes", () => {
    expect(() => textingTime(at("2026-07-07T16:00Z"), { zones: [], states: ["TX"] }, usualWindow)).toThrow(
      /without a time zone/,
    );
  });
});

test("every state's hours are within the federal ones and leave a weekday", () => {
  for (const [state, rule] of Object.entries(stateHours)) {
    expect(stateZones[state]?.length).toBeGreaterThan(0);
    for (const hours of Object.values(rule?.days ?? {}))
      expect([state, (hours?.opens ?? "") >= "08:00", (hours?.closes ?? "") <= "21:00"]).toEqual([
        state,
        true,
        true,
      ]);
    expect(rule?.days[1]).toBeDefined();
    expect(rule?.source).toMatch(/read|not in others/);
  }
});
