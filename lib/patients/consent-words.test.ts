import { expect, test } from "vitest";
import { words, wordsOf, wordsOffered } from "./consent-words";
import { wordsLanguages } from "./types";

const kinds = ["consent_spoken", "consent_written", "notice_spoken", "notice_written"] as const;

test("every language has every kind", () => {
  const there = new Set(words.map(({ kind, language }) => `${kind} ${language}`));
  expect([...there].sort()).toEqual(
    kinds.flatMap((kind) => wordsLanguages.map((language) => `${kind} ${language}`)).sort(),
  );
});

test("a version names one text, and a text has one version", () => {
  expect(new Set(words.map(({ version }) => version)).size).toBe(words.length);
  expect(new Set(words.map(({ text }) => text)).size).toBe(words.length);
});

test("consent says how to stop and how to get help, in every language", () => {
  for (const { kind, text } of words.filter((each) => each.kind.startsWith("consent_"))) {
    expect(text, kind).toContain("STOP");
    expect(text, kind).toContain("HELP");
  }
});

test("everybody is told who texts: the brands of their programs, each once", () => {
  for (const { version } of words) {
    const shown = wordsOf(version, [{ brand: "Valley Care" }, { brand: "Hill" }, { brand: "Hill" }]);
    expect(shown?.text).toContain("Valley Care, Hill");
    expect(shown?.text).not.toMatch(/[{}]|Hill, Hill/);
  }
  expect(wordsOf("consent-spoken-en-0", [])).toBeUndefined();
});

test("what is offered is one text for each form and language", () => {
  for (const about of ["consent", "notice"] as const) {
    const offered = wordsOffered(about, [{ brand: "Valley Care" }]);
    expect(offered.map(({ form, language }) => `${form} ${language}`).sort()).toEqual(
      ["spoken", "written"].flatMap((form) => wordsLanguages.map((l) => `${form} ${l}`)).sort(),
    );
    expect(offered.every(({ version }) => version.startsWith(about))).toBe(true);
  }
});
