import { expect, test } from "vitest";
import {
  calendarDay,
  clockTime,
  dayHeading,
  exactTime,
  isoDay,
  shortDay,
  timeOfDay,
  zoneWords,
} from "./time-words";

const zone = "America/New_York";
const at = new Date("2026-05-03T19:12:00Z");

test("a moment is told in one style, in the zone that is asked for", () => {
  expect(clockTime(at, zone)).toBe("3:12 pm");
  expect(calendarDay(at, zone)).toBe("3 May 2026");
  expect(shortDay(at, zone)).toBe("3 May");
  expect(exactTime(at, zone)).toBe("3 May 2026, 3:12 pm EDT");
  expect(isoDay(new Date("2026-05-04T03:59:00Z"), zone)).toBe("2026-05-03");
});

test.each([
  ["00:00", "12:00 am"],
  ["09:05", "9:05 am"],
  ["12:00", "12:00 pm"],
  ["17:30", "5:30 pm"],
])("%s o'clock is %s", (time, words) => {
  expect(timeOfDay(time)).toBe(words);
});

test("days are named from here: today, yesterday, also when the clocks change, then by their date", () => {
  const now = new Date("2026-11-02T05:30:00Z");
  expect(dayHeading(new Date("2026-11-02T05:01:00Z"), now, zone)).toBe("Today");
  expect(dayHeading(new Date("2026-11-01T04:01:00Z"), now, zone)).toBe("Yesterday");
  expect(dayHeading(new Date("2026-11-01T03:59:00Z"), now, zone)).toBe("Saturday 31 Oct 2026");
});

test("zones have the names that people use, or the plain one of the list", () => {
  expect(zoneWords("America/New_York")).toBe("Eastern time");
  expect(zoneWords("America/Indiana/Tell_City")).toBe("America/Indiana/Tell City");
});
