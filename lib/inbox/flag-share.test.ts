import { expect, test } from "vitest";
import { ownParts, type ReadableText, seamParts, sharesOf, wholeShares } from "./flag-share";
import { flagsOfText } from "./flagging";

const filling = "I called about the ride. ".repeat(400);
const long: ReadableText = { words: filling, before: filling };

/** How many characters a filing of these texts reads. */
function readOf(texts: ReadableText[]): number {
  const { own, seam } = sharesOf(texts);
  const parts = texts.flatMap((text) => [...ownParts(text, own), ...seamParts(text, seam)]);
  return parts.reduce((all, { length }) => all + length, 0);
}

test("fifty texts are read up to 70,000 characters all told, however long they are", () => {
  expect(readOf(Array.from({ length: 50 }, () => long))).toBeLessThanOrEqual(70_000);
  expect(readOf(Array.from({ length: 50 }, () => ({ words: filling, before: "" })))).toBeLessThanOrEqual(
    40_000,
  );
});

test("no company takes from a text of 640 characters, nor from 200 on each side of a seam", () => {
  const mine = { words: filling.slice(0, 640), before: filling.slice(0, 200) };
  const { own, seam } = sharesOf([mine, ...Array.from({ length: 49 }, () => long)]);
  expect(ownParts(mine, own)).toEqual([mine.words]);
  expect(seamParts(mine, seam)).toEqual([mine.before, mine.before + mine.words.slice(0, seam)]);
  expect(seam).toBeGreaterThanOrEqual(200);
});

test("a few texts are read as if each came alone", () => {
  expect(sharesOf([long, { words: "thank you", before: "" }])).toEqual(wholeShares);
  expect(ownParts({ words: "", before: "" }, 160)).toEqual([""]);
});

test("of a text that is longer than its share both ends are read, and neither lowers what the other says", () => {
  const words = `my chest hurts. ${filling} i cant breathe`;
  expect(flagsOfText({ words, before: "" }, {})).toMatchObject([
    { rule: "chest", priority: "emergency" },
    { rule: "breathing", priority: "emergency" },
  ]);
});
