import { expect, test } from "vitest";
import { isOutsideHours, theirClock } from "./their-hours";

const at = (time: string) => new Date(time);
const [eastern, pacific, central] = ["America/New_York", "America/Los_Angeles", "America/Chicago"] as const;

test("eight to nine in the evening, wherever they may be", () => {
  expect(isOutsideHours(at("2026-03-04T12:59:00Z"), [eastern])).toBe(true);
  expect(isOutsideHours(at("2026-03-04T13:00:00Z"), [eastern])).toBe(false);
  expect(isOutsideHours(at("2026-03-04T13:00:00Z"), [eastern, pacific])).toBe(true);
  expect(isOutsideHours(at("2026-03-05T01:59:00Z"), [eastern])).toBe(false);
  expect(isOutsideHours(at("2026-03-05T02:00:00Z"), [eastern])).toBe(true);
  expect(isOutsideHours(at("2026-03-05T05:30:00Z"), [eastern])).toBe(true);
});

test("their clock is said once where the zones agree", () => {
  expect(theirClock(at("2026-03-05T02:40:00Z"), [eastern])).toBe("9:40 pm");
  expect(theirClock(at("2026-03-05T02:40:00Z"), [eastern, "America/Detroit"])).toBe("9:40 pm");
  expect(theirClock(at("2026-03-05T02:40:00Z"), [eastern, pacific])).toBe("9:40 pm or 6:40 pm");
  expect(theirClock(at("2026-03-05T02:40:00Z"), [eastern, pacific, central])).toBe(
    "between 6:40 pm and 9:40 pm",
  );
});
