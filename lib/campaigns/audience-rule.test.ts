import { describe, expect, test } from "vitest";
import { describeRule, problemOf } from "./audience-rule";
import { RuleInput } from "./inputs";
import type { AudienceRule, Condition, RuleNames } from "./types";

const names: RuleNames = {
  language: { es: "Spanish", zh: "Chinese" },
  state: { NY: "New York", TX: "Texas" },
  measure: { wcv: "Yearly well visit, 3 to 21 years (2026)" },
  campaign: { one: "Wave 1, 4 Mar" },
  roster: { march: "Mar 2, 2026, 2:04 PM" },
};

const words = (...all: AudienceRule["all"]) => describeRule({ all }, names);

describe("a rule is one sentence", () => {
  test.each<[string, Condition]>([
    ["speaks Spanish or Chinese", { not: false, field: "language", values: ["es", "zh"] }],
    ["does not speak Spanish", { not: true, field: "language", values: ["es"] }],
    [
      "is not in the plan Gold, Silver, or HMO 2",
      { not: true, field: "plan", values: ["Gold", "Silver", "HMO 2"] },
    ],
    ["lives in New York or Texas", { not: false, field: "state", values: ["NY", "TX"] }],
    ["has no ZIP code that begins with 100", { not: true, field: "zip3", values: ["100"] }],
    ["came with the roster of Mar 2, 2026, 2:04 PM", { not: false, field: "roster", values: ["march"] }],
    [
      "has the tag high-risk or new",
      { not: false, field: "tag", match: "any", values: ["high-risk", "new"] },
    ],
    [
      "has the tags high-risk and new",
      { not: false, field: "tag", match: "all", values: ["high-risk", "new"] },
    ],
    ["does not have all of the tags a and b", { not: true, field: "tag", match: "all", values: ["a", "b"] }],
    ["is 18 to 41 years old", { not: false, field: "age", unit: "years", from: 18, to: 41 }],
    ["is at least 1 month old", { not: false, field: "age", unit: "months", from: 1, to: null }],
    ["is not at most 2 years old", { not: true, field: "age", unit: "years", from: null, to: 2 }],
    [
      "is due for “Yearly well visit, 3 to 21 years (2026)”",
      { not: false, field: "measure", measureId: "wcv", when: "due", days: null },
    ],
    [
      "does not have a window for a measure that is gone that closes within 1 day",
      { not: true, field: "measure", measureId: "other", when: "closes", days: 1 },
    ],
    ["was never contacted", { not: true, field: "contact", when: "ever", days: null }],
    ["was not contacted in the last 30 days", { not: true, field: "contact", when: "lately", days: 30 }],
    ["was added more than 7 days ago", { not: true, field: "added", days: 7 }],
    ["replied to “Wave 1, 4 Mar”", { not: false, field: "campaign", campaignId: "one", result: "replied" }],
    [
      "is not somebody who was sent a text by “Wave 1, 4 Mar” and did not reply",
      { not: true, field: "campaign", campaignId: "one", result: "not_replied" },
    ],
  ])("%s", (phrase, condition) => {
    expect(words(condition)).toBe(`Everybody who ${phrase}.`);
    expect(problemOf(condition)).toBeNull();
  });

  test("with several conditions, and one of which one is enough", () => {
    const spanish: Condition = { not: false, field: "language", values: ["es"] };
    const young: Condition = { not: false, field: "age", unit: "years", from: null, to: 2 };
    const fresh: Condition = { not: false, field: "added", days: 1 };
    expect(words()).toBe("Everybody in the program.");
    expect(words(spanish, young)).toBe("Everybody who speaks Spanish, and who is at most 2 years old.");
    expect(words(spanish, { anyOf: [young, fresh] }, fresh)).toBe(
      "Everybody who speaks Spanish, who either is at most 2 years old, or was added in the last 1 day, and who was added in the last 1 day.",
    );
    expect(words({ anyOf: [young] })).toBe("Everybody who is at most 2 years old.");
  });
});

describe("what is unfinished is said at its row", () => {
  const problems = (all: unknown[]) =>
    RuleInput.safeParse({ all }).error?.issues.map(({ path, message }) => [path.join("."), message]);

  test.each<[string, Condition]>([
    ["Tick at least one.", { not: false, field: "tag", match: "any", values: [] }],
    ["Type an age, from, to or both.", { not: false, field: "age", unit: "years", from: null, to: null }],
    [
      "The first age must not be above the second.",
      { not: false, field: "age", unit: "years", from: 9, to: 3 },
    ],
    ["Type at most 130 years.", { not: false, field: "age", unit: "years", from: 131, to: null }],
    ["Choose a measure.", { not: false, field: "measure", measureId: "", when: "due", days: null }],
    ["Type a number of days from 1 to 3650.", { not: true, field: "contact", when: "lately", days: null }],
    ["Type a number of days from 1 to 3650.", { not: true, field: "added", days: 0 }],
    ["Choose a campaign.", { not: true, field: "campaign", campaignId: "", result: "sent" }],
  ])("%s", (sentence, condition) => {
    const fine: Condition = { not: false, field: "plan", values: ["Gold"] };
    expect(problems([fine, condition])).toEqual([["all.1", sentence]]);
    expect(problems([fine, { anyOf: [fine, condition] }])).toEqual([["all.1.anyOf.1", sentence]]);
  });

  test("no group in a group, no empty one, and no more conditions than somebody can read", () => {
    const fine: Condition = { not: false, field: "plan", values: ["Gold"] };
    expect(problems([{ anyOf: [{ anyOf: [fine] }] }])).toHaveLength(1);
    expect(problems([{ anyOf: [] }])).toEqual([["all.0", "Add a condition, or remove this."]]);
    expect(problems(Array.from({ length: 21 }, () => fine))).toEqual([["all", "Use at most 20 conditions."]]);
    expect(problems([{ ...fine, values: ["a\u0000b"] }])).toHaveLength(1);
  });
});
