import { expect, test } from "vitest";
import type { SenderStanding } from "@/lib/messaging/types";
import { allWaiting, endOfDay, isLate, kindsOfLines, refusedLookup } from "./words";

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

test("kinds of lines say what is known, what is not, and what waits", () => {
  const kinds = { mobile: 1_204, landline: 31, toll_free: 0, premium: 0, virtual: 7, unknown: 2 };
  const lines = { on: true, refused: null, kinds, waiting: 1, answeredAt: null };
  expect(kindsOfLines(lines).map(({ term, detail }) => `${term}: ${detail}`)).toEqual([
    "Checked: 1,244 numbers",
    "Mobile: 1,204",
    "Landline: 31, not texted",
    "Internet number: 7",
    "Carrier cannot say: 2, texted as before",
    "Not checked yet: 1 number",
  ]);
  const closed = { ...lines, kinds: { ...kinds, toll_free: 1, premium: 2 } };
  expect(kindsOfLines(closed)).toContainEqual({ term: "Toll-free or premium", detail: "3, not texted" });
  expect(kindsOfLines({ ...lines, on: false, waiting: 8 }).at(-1)?.detail).toBe(
    "8 numbers, until checking starts again",
  );
});

test("where nobody ever asked, there are no kinds of lines to show", () => {
  const kinds = { mobile: 0, landline: 0, toll_free: 0, premium: 0, virtual: 0, unknown: 0 };
  expect(kindsOfLines({ on: false, refused: null, kinds, waiting: 640, answeredAt: null })).toEqual([]);
});

test("a refusal says what to put right", () => {
  expect(refusedLookup("402")).toMatch(/Add credit/);
  expect(refusedLookup("403")).toMatch(/\(403\)\. Ask its support/);
});
