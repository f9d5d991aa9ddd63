import { expect, test } from "vitest";
import { segmentsOf } from "./segments";

test.each([
  ["one part of GSM", "x".repeat(160), 1],
  ["two parts of GSM", "x".repeat(161), 2],
  ["exactly two", "x".repeat(306), 2],
  ["an escape pair is not cut", `${"x".repeat(152)}€${"x".repeat(152)}`, 3],
  ["Spanish within GSM", `¿${"ñ".repeat(159)}`, 1],
  ["one accent costs the whole text", `á${"x".repeat(70)}`, 2],
  ["a surrogate pair is not cut", `${"á".repeat(66)}👍${"á".repeat(66)}`, 3],
])("%s", (_, text, parts) => {
  expect(segmentsOf(text)).toBe(parts);
});

test("a stated encoding wins over what the text contains", () => {
  expect(segmentsOf("x".repeat(71), "unicode")).toBe(2);
  expect(segmentsOf("á".repeat(71), "text")).toBe(1);
});
