import { expect, test } from "vitest";
import { differenceOf } from "@/lib/metrics/statistics";
import { liftFindingOf, points, slotWords } from "./words";

const said = (acted: number, people: number, held: number, holdout: number) => {
  const arms = { outreach: { acted, people }, holdout: { acted: held, people: holdout }, windowOpen: 0 };
  const difference = differenceOf(arms.outreach, arms.holdout);
  return liftFindingOf({ ...arms, difference }, difference, 30).replaceAll("\u00a0", " ");
};

test("a difference is said with its interval", () => {
  expect(said(660, 2_233, 96, 407)).toBe(
    "30 of 100 in outreach acted within 30 days: 6 more than in the holdout, 95 % interval 1 to 10.",
  );
  expect(said(96, 407, 660, 2_233)).toBe(
    "24 of 100 in outreach acted within 30 days: 6 fewer than in the holdout, 95 % interval 1 to 10 fewer.",
  );
});

test("where the interval holds nothing, no difference can be seen", () => {
  expect(said(722, 1_812, 124, 313)).toBe(
    "No difference can be seen: 40 of 100 in outreach acted within 30 days, and 40 of 100 in the holdout. The 95 % interval runs from 6 fewer to 6 more of 100.",
  );
});

test("an end near nothing is not rounded to it", () => {
  expect(said(669, 2_252, 96, 388)).toContain("95 % interval 0.1 to 9.");
});

test("points are people of 100, with a true minus", () => {
  expect([points(0.0597), points(-0.0572), points(-0.0001)]).toEqual(["6.0", "\u22125.7", "0.0"]);
});

test("hours, days and weeks are told in the style of every other time", () => {
  expect([
    slotWords("hour", "2026-03-04T00:00:00"),
    slotWords("hour", "2026-03-04T13:00:00"),
    slotWords("day", "2026-03-04T00:00:00"),
    slotWords("week", "2026-03-02T00:00:00"),
  ]).toEqual(["4 Mar, 12:00 am", "4 Mar, 1:00 pm", "4 Mar 2026", "week of 2 Mar"]);
});
