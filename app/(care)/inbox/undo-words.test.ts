import { expect, test } from "vitest";
import { isCounting, leavesIn } from "./undo-words";

const at = new Date("2026-03-05T13:00:00Z");

test("a few seconds are counted down, and what waits for the morning has a time", () => {
  expect(leavesIn(4_100, at, "America/New_York")).toBe("Leaves in 5 s");
  expect(leavesIn(4_000, at, "America/New_York")).toBe("Leaves in 4 s");
  expect(leavesIn(10, at, "America/New_York")).toBe("Leaves in 1 s");
  expect(leavesIn(9 * 3_600_000, at, "America/New_York")).toBe("Goes at 8:00 am");
  expect(leavesIn(30 * 3_600_000, at, "America/Chicago")).toBe("Goes on 5 Mar 2026, 7:00 am CST");
  expect([isCounting(5_000), isCounting(61_000)]).toEqual([true, false]);
});
