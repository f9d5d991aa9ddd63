import { expect, test } from "vitest";
import type { SenderStanding } from "@/lib/messaging/types";
import { allWaiting, endOfDay, isLate } from "./words";

const sender = (more: Partial<SenderStanding>): SenderStanding => ({
  id: "1",
  number: "+12125550100",
  program: null,
  segmentsPerSecond: 10,
  segmentsPerDay: 1_000,
  usedToday: 0,
  waiting: { replies: 0, bulk: 0 },
  oldestDue: null,
  ...more,
});

test("what waits in all lines is one sentence", () => {
  expect(allWaiting([sender({})])).toBe("Nothing waits.");
  expect(allWaiting([sender({ waiting: { replies: 1, bulk: 0 } })])).toBe("1 reply waits.");
  expect(
    allWaiting([
      sender({ waiting: { replies: 1, bulk: 1_200 } }),
      sender({ waiting: { replies: 1, bulk: 4 } }),
    ]),
  ).toBe("2 replies and 1,204 campaign texts wait.");
});

test("a number says when campaigns, and when all its texts, wait for the next day", () => {
  expect(endOfDay(sender({ usedToday: 799 }))).toBeNull();
  expect(endOfDay(sender({ usedToday: 800 }))).toMatch(/^Campaigns rest/);
  expect(endOfDay(sender({ usedToday: 1_000 }))).toMatch(/^Nothing more leaves/);
  expect(endOfDay(sender({ usedToday: 5_000, segmentsPerDay: null }))).toBeNull();
});

test("a text that waits for minutes is late, unless its number has used up its day", () => {
  const now = "2026-03-04T15:10:00.000Z";
  const oldestDue = "2026-03-04T15:07:00.000Z";
  expect(isLate([sender({}), sender({ oldestDue })], now)).toBe(true);
  expect(isLate([sender({ oldestDue: "2026-03-04T15:09:00.000Z" })], now)).toBe(false);
  expect(isLate([sender({ oldestDue: "2026-03-05T15:00:00.000Z" })], now)).toBe(false);
  expect(isLate([sender({ oldestDue, usedToday: 900 })], now)).toBe(false);
});
