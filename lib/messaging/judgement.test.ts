import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { judge, rulesDigest, rulesVersion } from "./judgement";
import { keywordRules } from "./keyword";
import { wordingRules } from "./wording";

test("no rule changes under the same version: then both are raised, the version and the digest beside it", () => {
  const digest = createHash("sha256")
    .update(JSON.stringify([rulesVersion, keywordRules, wordingRules]))
    .digest("hex");

  expect(rulesVersion).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(digest.slice(0, 16)).toBe(rulesDigest);
});

test("a keyword wins", () => {
  expect(judge("Stop")).toEqual({
    keyword: { kind: "stop", language: "en", rule: "word stop" },
    suggestion: undefined,
    rule: "word stop",
    version: rulesVersion,
  });
  expect(judge("HELP")).toMatchObject({
    keyword: { kind: "help" },
    suggestion: undefined,
    rule: "word help",
  });
});

test("free wording is a suggestion", () => {
  expect(judge("please stop texting me")).toEqual({
    keyword: undefined,
    suggestion: { rule: "en-stop-texting" },
    rule: "en-stop-texting",
    version: rulesVersion,
  });
});

test("any other text keeps that it was judged, and by which version", () => {
  expect(judge("See you on Tuesday")).toEqual({
    keyword: undefined,
    suggestion: undefined,
    rule: null,
    version: rulesVersion,
  });
});

// The emergency is for others to find; that it is there must not hide the wish.
test.each([
  "stop texting me I can't breathe",
  "I am bleeding a lot. STOP TEXTING ME",
  "STOP, I have chest pain",
  "no me manden mensajes, tengo mucho sangrado",
  "不要再发短信给我，我喘不过气",
])("an emergency and a wish to be left alone in one text: %s", (text) => {
  expect(judge(text)).toMatchObject({ keyword: undefined, suggestion: { rule: expect.any(String) } });
});

test("a text of 100 kB is judged", () => {
  expect(judge("stop the ".repeat(11_000))).toMatchObject({ keyword: undefined, rule: null });
  expect(judge(`STOP${" ".repeat(100_000)}`).rule).toBe("word stop");
});

test.each(["Stpo it hurts", "Maria Lopez, remove me, 555-0100", "borren mi número 5550100"])(
  "a rule says nothing of the patient: %s",
  (text) => {
    expect(judge(text).rule ?? "").not.toMatch(/maria|lopez|5550|hurts/i);
  },
);
