import { describe, expect, test } from "vitest";
import { displayPhone, isFictional, parsePhone } from "./phone-number";

test.each([
  "312-555-0142",
  "(312) 555-0142",
  "+1 312 555 0142",
  "13125550142",
  "3125550142.0",
  "312.555.0142",
  "312*555*0142",
  "312-555-0142 (cell)",
  "(h) 312-555-0142",
  "cell: 312-555-0142",
  "Home 312 555 0142",
])("%s is one number", (raw) => {
  expect(parsePhone(raw)).toEqual({ ok: true, e164: "+13125550142", notTextable: null });
});

test("numbers of US territories can be texted", () => {
  expect(parsePhone("787-555-0123")).toEqual({ ok: true, e164: "+17875550123", notTextable: null });
});

test.each([
  ["800-555-0142", "toll_free"],
  ["888-555-0101", "toll_free"],
  ["900-555-0101", "premium"],
  ["500-555-0100", "special"],
  ["+44 20 7946 0958", "foreign"],
  ["416-555-0123", "foreign"],
  ["312-555-0142 x12", "extension"],
  ["312-555-0142 ext. 5", "extension"],
])("%s is a number, but cannot be texted: %s", (raw, why) => {
  expect(parsePhone(raw)).toMatchObject({ ok: true, notTextable: why });
});

test.each([
  ["", "empty"],
  ["  (cell) ", "empty"],
  ["3.12556E+09", "damaged"],
  ["3.12556e9", "damaged"],
  ["312-555-0142 / 312-555-0143", "several"],
  ["312-555-0142, 312-555-0143", "several"],
  ["3125550142 or 3125550143", "several"],
  ["555-0142", "unreadable"],
  ["911", "unreadable"],
  ["312-911-1234", "unreadable"],
  ["312-555-014", "unreadable"],
  ["n/a", "unreadable"],
  ["unknown", "unreadable"],
  ["292-555-0142", "unreadable"],
])("%s cannot be read: %s", (raw, reason) => {
  expect(parsePhone(raw)).toEqual({ ok: false, reason });
});

test.each([
  ["+13185550114", "(318) 555-0114"],
  ["+18005550199", "(800) 555-0199"],
  ["+12925559999", "(292) 555-9999"],
  ["+442079460958", "+44 20 7946 0958"],
  ["72345", "72345"],
  ["", ""],
])("%s is shown as %s", (e164, words) => {
  expect(displayPhone(e164)).toBe(words);
});

describe("fictional numbers", () => {
  test.each(["+13125550100", "+18005550199", "+12925559999", "+13911234567"])("%s is", (e164) =>
    expect(isFictional(e164)).toBe(true),
  );
  test.each(["+13125550200", "+13125551000", "+13124561234", "+442079460958", "+131255501000"])(
    "%s is not",
    (e164) => expect(isFictional(e164)).toBe(false),
  );
});
