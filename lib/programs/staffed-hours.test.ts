import { describe, expect, test } from "vitest";
import {
  closedSince,
  closingAt,
  coverage,
  isStaffed,
  nextOpening,
  type StaffedHours,
  staffedAfter,
} from "./staffed-hours";

const zone = "America/New_York";
const office: StaffedHours = {
  days: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "09:00", closes: "17:00" })),
  closedOn: new Set(),
};
const at = (iso: string) => new Date(iso);

describe("a winter week", () => {
  test.each([
    ["2026-03-04T13:59:59Z", false],
    ["2026-03-04T14:00:00Z", true],
    ["2026-03-04T21:59:59Z", true],
    ["2026-03-04T22:00:00Z", false],
    ["2026-03-07T15:00:00Z", false],
  ])("%s is staffed: %s", (time, staffed) => expect(isStaffed(office, zone, at(time))).toBe(staffed));

  test("the next opening skips the weekend", () => {
    expect(nextOpening(office, zone, at("2026-03-20T21:00:00Z"))).toEqual(at("2026-03-23T13:00:00Z"));
  });

  test("while staffed, the next opening is tomorrow's", () => {
    expect(nextOpening(office, zone, at("2026-03-04T15:00:00Z"))).toEqual(at("2026-03-05T14:00:00Z"));
  });

  test("a single weekday comes round again", () => {
    const mondays = { ...office, days: office.days.slice(0, 1) };
    expect(nextOpening(mondays, zone, at("2026-03-23T13:00:00Z"))).toEqual(at("2026-03-30T13:00:00Z"));
  });
});

describe("when clocks change", () => {
  // 8 March 2026: 2:00 becomes 3:00. 1 November 2026: 2:00 becomes 1:00.
  const nights = { ...office, days: [{ weekday: 7, opens: "02:30", closes: "17:00" }] };

  test("hours follow the wall clock", () => {
    expect(nextOpening(office, zone, at("2026-03-07T15:00:00Z"))).toEqual(at("2026-03-09T13:00:00Z"));
    expect(closingAt(office, zone, at("2026-03-09T13:00:00Z"))).toEqual(at("2026-03-09T21:00:00Z"));
    expect(nextOpening(office, zone, at("2026-10-31T15:00:00Z"))).toEqual(at("2026-11-02T14:00:00Z"));
  });

  test("an opening inside the missing hour moves behind it", () => {
    expect(nextOpening(nights, zone, at("2026-03-08T06:00:00Z"))).toEqual(at("2026-03-08T07:30:00Z"));
  });

  test("the day of 25 hours is staffed until its own five o'clock", () => {
    expect(closingAt(nights, zone, at("2026-11-01T12:00:00Z"))).toEqual(at("2026-11-01T22:00:00Z"));
  });
});

describe("what the top line says", () => {
  test.each([
    ["2026-03-04T15:00:00Z", "Staffed until 5:00 pm", "2026-03-04T22:00:00Z"],
    ["2026-03-04T12:00:00Z", "Not staffed until 9:00 am", "2026-03-04T14:00:00Z"],
    ["2026-03-04T23:00:00Z", "Not staffed until tomorrow 9:00 am", "2026-03-05T14:00:00Z"],
    ["2026-03-06T23:00:00Z", "Not staffed until Monday 9:00 am", "2026-03-09T13:00:00Z"],
  ])("at %s: %s", (now, words, changes) => {
    expect(coverage(office, zone, at(now))).toMatchObject({ words, changesAt: at(changes) });
  });

  test("nobody ever", () => {
    expect(coverage({ ...office, days: [] }, zone, at("2026-03-04T15:00:00Z"))).toEqual({
      staffed: false,
      words: "Not staffed",
      changesAt: null,
    });
  });
});

describe("days on which nobody answers", () => {
  const holidays = { ...office, closedOn: new Set(["2026-03-05", "2026-03-06"]) };

  test("count as no day: neither staffed nor opened", () => {
    expect(isStaffed(holidays, zone, at("2026-03-05T15:00:00Z"))).toBe(false);
    expect(nextOpening(holidays, zone, at("2026-03-04T23:00:00Z"))).toEqual(at("2026-03-09T13:00:00Z"));
    expect(closedSince(holidays, zone, at("2026-03-06T15:00:00Z"))).toEqual(at("2026-03-04T22:00:00Z"));
  });
});

describe("minutes of staffed time", () => {
  test.each([
    ["within the hours", "2026-03-04T15:00:00Z", 60, "2026-03-04T16:00:00Z"],
    ["up to the last minute", "2026-03-04T21:00:00Z", 60, "2026-03-04T22:00:00Z"],
    ["over a night", "2026-03-04T21:30:00Z", 60, "2026-03-05T14:30:00Z"],
    ["from before the hours", "2026-03-04T08:00:00Z", 60, "2026-03-04T15:00:00Z"],
    ["over a weekend in which clocks change", "2026-03-06T21:30:00Z", 60, "2026-03-09T13:30:00Z"],
    ["a whole week of them", "2026-03-04T14:00:00Z", 5 * 480, "2026-03-10T21:00:00Z"],
  ])("%s", (_, from, minutes, over) => {
    expect(staffedAfter(office, zone, at(from), minutes)).toEqual(at(over));
  });

  test("where nobody ever is, they are never over", () => {
    expect(staffedAfter({ ...office, days: [] }, zone, at("2026-03-04T15:00:00Z"), 1)).toBeNull();
  });

  test("the time since the last closing is told, and none while somebody is there", () => {
    expect(closedSince(office, zone, at("2026-03-08T15:00:00Z"))).toEqual(at("2026-03-06T22:00:00Z"));
    expect(closedSince(office, zone, at("2026-03-04T15:00:00Z"))).toBeNull();
    expect(closedSince({ ...office, days: [] }, zone, at("2026-03-04T15:00:00Z"))).toBeNull();
  });
});
