import { describe, expect, test } from "vitest";
import { closingAt, coverage, isStaffed, nextOpening } from "./staffed-hours";
import type { StaffedDay } from "./types";

const zone = "America/New_York";
const office: StaffedDay[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "09:00", closes: "17:00" }));
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
    const mondays = office.slice(0, 1);
    expect(nextOpening(mondays, zone, at("2026-03-23T13:00:00Z"))).toEqual(at("2026-03-30T13:00:00Z"));
  });
});

describe("when clocks change", () => {
  // 8 March 2026: 2:00 becomes 3:00. 1 November 2026: 2:00 becomes 1:00.
  const nights: StaffedDay[] = [{ weekday: 7, opens: "02:30", closes: "17:00" }];

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
    expect(coverage([], zone, at("2026-03-04T15:00:00Z"))).toEqual({
      staffed: false,
      words: "Not staffed",
      changesAt: null,
    });
  });
});
