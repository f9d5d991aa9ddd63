import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lexicon, lexiconDigest, lexiconVersion, redFlagsIn } from "./red-flag";
import { listedTexts } from "./red-flag-cases";
import { englishCases, englishScared } from "./red-flag-cases-en";
import { spanishCases, spanishScared } from "./red-flag-cases-es";
import { harmlessTexts } from "./red-flag-cases-harmless";
import { keptCases, loweredCases } from "./red-flag-cases-lowered";
import { secondCases } from "./red-flag-cases-second";
import { chineseCases, chineseScared } from "./red-flag-cases-zh";
import { flagPriorities, flagRules, flagRuleWords } from "./red-flag-types";

const tables = [
  ["English", { ...englishCases }, 150],
  ["English, scared", { ...englishScared }, 60],
  ["Spanish", { ...spanishCases }, 100],
  ["Spanish, scared", { ...spanishScared }, 60],
  ["Chinese", { ...chineseCases }, 60],
  ["Chinese, scared", { ...chineseScared }, 30],
  ["a second round", { ...secondCases }, 100],
  ["nothing lowered", { ...keptCases }, 40],
] as const;

const rowsOf = (table: Record<string, string>) =>
  Object.entries(table).flatMap(([head, texts]) =>
    listedTexts(texts).map((text) => [text, ...head.split(" ")] as [string, string, string]),
  );
const all = tables.flatMap(([, table]) => rowsOf(table));
const highest = (text: string) => redFlagsIn(text)[0]?.priority;

describe.each(tables)("%s", (_, table, atLeast) => {
  test("has enough cases", () => expect(rowsOf(table).length).toBeGreaterThanOrEqual(atLeast));

  test.each(rowsOf(table))("“%s” is %s: %s", (text, priority, rule) => {
    const flags = redFlagsIn(text);
    expect(flags[0]?.priority).toBe(priority);
    expect(flags).toContainEqual(expect.objectContaining({ rule, priority, lowered: null }));
  });
});

describe("what may be meant otherwise is for a person to read, and is never silent", () => {
  const rows = Object.entries(loweredCases).flatMap(([why, texts]) =>
    listedTexts(texts).map((text) => [text, why] as const),
  );

  test.each(rows)("“%s” (%s)", (text, why) => {
    const flags = redFlagsIn(text);
    expect(flags[0]?.priority).toBe("review");
    expect(flags.map(({ lowered }) => lowered)).toContain(why);
  });
});

describe("other days", () => {
  const texts = Object.values(harmlessTexts).flatMap(listedTexts);

  test("has enough texts, most of which raise nothing", () => {
    expect(texts.length).toBeGreaterThanOrEqual(100);
    expect(texts.filter((text) => redFlagsIn(text).length === 0).length / texts.length).toBeGreaterThan(0.85);
  });

  test.each(texts)("“%s”", (text) => expect(highest(text) ?? "review").toBe("review"));
});

test("every rule is raised by some text, in the highest class that it may have", () => {
  const raised = new Set(
    all.flatMap(([text]) =>
      [...redFlagsIn(text), ...redFlagsIn(text, { hasYoungInfant: true })].map(
        ({ rule, priority }) => `${rule} ${priority}`,
      ),
    ),
  );
  for (const [rule, { class: priority }] of Object.entries(flagRules))
    expect(raised).toContain(`${rule} ${priority}`);
  expect(Object.keys(flagRuleWords).sort()).toEqual(Object.keys(flagRules).sort());
});

describe("how it is written does not matter", () => {
  const signs = ({ rule, priority }: { rule: string; priority: string }) => `${rule} ${priority}`;
  const same = (text: string, written: string) =>
    expect(redFlagsIn(written).map(signs), written).toEqual(redFlagsIn(text).map(signs));

  test("case", () => {
    for (const [text] of all) same(text, text.toUpperCase());
  });

  test("accents", () => {
    for (const [text] of all) same(text, text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
    for (const [text] of all) same(text, text.normalize("NFD"));
  });

  test("doubled letters", () => {
    for (const [text] of all) {
      const long = text.replace(/[a-z]{5,}/gi, (word) => word.slice(0, 2) + word.slice(1));
      expect(highest(long), long).toBe(highest(text));
    }
  });

  test.each([
    ["I can’t breathe", "emergency"],
    ["I can´t breathe", "emergency"],
    ["ｃａｎｔ ｂｒｅａｔｈｅ", "emergency"],
    ["can\u200bt breathe", "emergency"],
    ["😭😭 cant breathe 😭", "emergency"],
    ["can't\nbreathe", "emergency"],
    ["baby... not moving", "emergency"],
    ["胸 痛", "emergency"],
    ["我 胸口很痛!!!", "emergency"],
    ["im having 🩸 a lot of bleeding", "emergency"],
  ])("%j", (text, priority) => expect(highest(text)).toBe(priority));
});

describe("what stands around it", () => {
  const around = ["Thanks so much.", "See you Tuesday!", "Gracias, buen día.", "谢谢医生。", "No fever."];

  test("another sentence lowers nothing below a review, and the words are the patient's own", () => {
    for (const [text] of all)
      for (const other of around)
        for (const joined of [`${other} ${text}`, `${text}. ${other}`]) {
          const flags = redFlagsIn(joined);
          expect(flags.length, joined).toBeGreaterThan(0);
          for (const { words } of flags) expect(joined, joined).toContain(words);
          for (const { words } of flags) expect(words).not.toBe("");
        }
  });

  test("a sentence of thanks lowers nothing at all", () => {
    for (const [text] of all)
      for (const other of around.slice(0, 4)) {
        expect(highest(`${other} ${text}`), `${other} ${text}`).toBe(highest(text));
        expect(highest(`${text}. ${other}`), `${text}. ${other}`).toBe(highest(text));
      }
  });

  test("the same text gives the same flags, strongest first, each rule once, a few at most", () => {
    for (const [text] of all) {
      const flags = redFlagsIn(text);
      const ranks = flags.map(({ priority }) => flagPriorities.indexOf(priority));
      expect(redFlagsIn(text)).toEqual(flags);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(new Set(flags.map(({ rule }) => rule)).size).toBe(flags.length);
      expect(flags.length).toBeLessThanOrEqual(6);
    }
  });

  test("in the middle and at the end of a long text", () => {
    const filling = "I called twice about the ride and nobody knew. ".repeat(30);
    expect(highest(`${filling} my chest hurts. ${filling}`)).toBe("emergency");
    expect(highest(`${filling}${filling}${"a ".repeat(9_000)} i cant breathe`)).toBe("emergency");
  });
});

describe("what is known of the people on the phone", () => {
  const none = { isPregnant: false, gaveBirth: false, hasYoungInfant: false };

  test.each([
    ["I have a headache", { isPregnant: true }, "urgent"],
    ["I have a headache", {}, "urgent"],
    ["I have a headache", { isPregnant: null, gaveBirth: false }, "urgent"],
    ["I have a headache", none, "review"],
    ["I have a headache", { ...none, gaveBirth: true }, "urgent"],
    ["fever 101", {}, "urgent"],
    ["fever 101", { hasYoungInfant: true }, "emergency"],
    ["fever 101", none, "urgent"],
    ["my baby has a fever", { hasYoungInfant: false }, "urgent"],
    ["my baby has a fever", {}, "emergency"],
    ["my 8 month old baby has a fever", { hasYoungInfant: true }, "emergency"],
    ["I am dizzy", none, "review"],
    ["me duele la cabeza", { isPregnant: true }, "urgent"],
    ["头晕", { isPregnant: true }, "urgent"],
  ])("“%s”, %j: %s", (text, context, priority) => {
    expect(redFlagsIn(text, context)[0]?.priority).toBe(priority);
  });

  test("knowing that it applies only raises", () => {
    const known = { isPregnant: true, gaveBirth: true, hasYoungInfant: true };
    const rank = (text: string, context: object) =>
      flagPriorities.indexOf(redFlagsIn(text, context)[0]?.priority ?? "review");
    for (const [text] of all) {
      expect(rank(text, known), text).toBeLessThanOrEqual(rank(text, {}));
      expect(rank(text, {}), text).toBeLessThanOrEqual(rank(text, none));
    }
  });
});

describe("figures", () => {
  test.each([
    ["temp 98.6", undefined],
    ["my temperature is 37", undefined],
    ["38 weeks", undefined],
    ["I'm 38", undefined],
    ["room 911", undefined],
    ["911 Main St", undefined],
    ["my weight is 101.5 lbs", undefined],
    ["sugar 95", undefined],
    ["bp 118/76", undefined],
    ["fever of 99", "review"],
    ["temp 100.4", "urgent"],
    ["tengo 38.5 de temperatura", "urgent"],
    ["tengo 39 de fiebre", "urgent"],
    ["体温39度", "urgent"],
    ["104", undefined],
  ])("“%s”: %s", (text, priority) => expect(highest(text)).toBe(priority));
});

// A pattern that goes back and forth would not come to an end on these.
test.each([
  "baby ",
  "no ",
  "my baby is not ",
  "pain in my chest not ",
  "cant dont wont not ",
  "bleeding ",
  "el bebe no se me ",
  "no siento al ",
  "宝宝没有",
  "头痛不",
  "39.5 ",
  "sugar ",
  "a",
  "breathhhh",
  "z\u0301",
  "\ufdfa",
])("100,000 signs of %j are read", (piece) => {
  expect(redFlagsIn(piece.repeat(100_000 / piece.length)).length).toBeLessThanOrEqual(6);
});

test("a change of the lexicon is a new version with a new digest", () => {
  const digest = createHash("sha256")
    .update(JSON.stringify([lexiconVersion, lexicon]))
    .digest("hex");
  expect(digest.slice(0, 16)).toBe(lexiconDigest);
});
