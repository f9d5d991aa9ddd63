import { describe, expect, test } from "vitest";
import { checkText } from "@/lib/messaging/outgoing-text";
import { segmentsOf } from "@/lib/messaging/segments";
import { redFlagsIn } from "./red-flag";
import { type SafetyText, safetyText } from "./safety-text";

const backs = { en: "Monday at 8:00 AM", es: "el lunes a las 8:00", zh: "周一上午8:00" };
const kinds: SafetyText[] = ["safety", "after_hours"];
const all = kinds.flatMap((kind) => (["en", "es", "zh"] as const).map((language) => ({ kind, language })));
const written = ({ kind, language, brand = "Valley Care" }: (typeof all)[number] & { brand?: string }) =>
  safetyText(kind, language, { brand, back: backs[language] });

describe.each(all)("$kind in $language", (which) => {
  const text = written(which);

  test("is at most two segments, also with a longer name", () => {
    const encoding = which.language === "zh" ? "UCS-2" : "GSM-7";
    expect(segmentsOf(text)).toMatchObject({ encoding });
    expect(segmentsOf(text).segments).toBeLessThanOrEqual(2);
    expect(
      segmentsOf(written({ ...which, brand: "Valley Care Women and Kids" })).segments,
    ).toBeLessThanOrEqual(2);
  });

  test("names the program, 911 and 988, and where staff are back", () => {
    expect(text).toMatch(/^Valley Care[:：]/);
    expect(text).toContain("911");
    expect(text).toContain("988");
    expect(text.includes("1-833-852-6262")).toBe(which.kind === "safety");
    expect(text.includes(backs[which.language])).toBe(which.kind === "after_hours");
  });

  test("may leave by SMS as a text that is not the first", () => {
    const situation = { brand: "Valley Care", first: false, now: new Date("2026-11-22T15:00:00Z") };
    expect(checkText(text, { ...situation, language: which.language })).toEqual([]);
  });

  test("says no sign of illness", () => {
    expect(redFlagsIn(text).filter(({ rule }) => rule !== "ambulance")).toEqual([]);
  });

  test("is in short, plain sentences", () => {
    for (const sentence of text.split(/[.!?;。；]\s/))
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  });
});

test.each([
  ["es-MX", "es"],
  ["zh-Hans", "zh"],
  ["pt", "en"],
  ["", "en"],
])("who speaks %s is answered in %s", (language, answered) => {
  const by = { brand: "Valley Care" };
  expect(safetyText("after_hours", language, by)).toBe(safetyText("after_hours", answered, by));
});

test("without a time of return none is named", () => {
  expect(safetyText("after_hours", "en", { brand: "Valley Care" })).toContain("we are closed now. A person");
});
