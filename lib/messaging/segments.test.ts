import { expect, test } from "vitest";
import { normaliseText, segmentsOf } from "./segments";

test.each([
  ["a".repeat(160), 1, "GSM-7"],
  ["a".repeat(161), 2, "GSM-7"],
  ["a".repeat(306), 2, "GSM-7"],
  ["a".repeat(307), 3, "GSM-7"],
  // The euro sign takes two places, and the pair is never cut in two.
  [`${"a".repeat(159)}€`, 2, "GSM-7"],
  [`${"a".repeat(152)}€${"a".repeat(152)}`, 3, "GSM-7"],
  ["¿Cómo está?", 1, "UCS-2"],
  ["ñ".repeat(160), 1, "GSM-7"],
  ["á".repeat(70), 1, "UCS-2"],
  ["á".repeat(71), 2, "UCS-2"],
  ["您".repeat(135), 3, "UCS-2"],
])("counts %s", (text, segments, encoding) => {
  expect(segmentsOf(text)).toMatchObject({ segments, encoding });
});

test("an accent in two parts and Windows line ends cost nothing more", () => {
  expect(normaliseText(" cafe\u0301\r\nsi ")).toBe("café\nsi");
  expect(segmentsOf("cafe\u0301").encoding).toBe("GSM-7");
});
