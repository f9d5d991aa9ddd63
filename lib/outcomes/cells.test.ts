import { expect, test } from "vitest";
import { codeCounts, readChannel, readCode, readDay, readReached } from "./cells";

test.each([
  ["2026-03-02", "2026-03-02"],
  ["3/2/2026", "2026-03-02"],
  ["20260302", "2026-03-02"],
  ["20260302.0", "2026-03-02"],
  ["2026-03-02T08:30:00Z", "2026-03-02"],
  ["20260230", undefined],
  ["45689", undefined],
  ["soon", undefined],
])("the day of %j is %j", (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each([
  ["Postcard", "postcard"],
  ["post-cards", "postcard"],
  ["Buckslip", "mailer"],
  ["Direct mail", "mailer"],
  ["LETTER", "mailer"],
  ["Phone call", "call"],
  ["IVR", "recorded_call"],
  ["robocalls", "recorded_call"],
  ["E-mail", "email"],
  ["Home visit", "visit"],
  ["pigeon", undefined],
  ["", undefined],
])("the channel of %j is %j", (text, channel) => {
  expect(readChannel(text)).toBe(channel);
});

test.each([
  ["Yes", "yes"],
  ["sí", "yes"],
  ["Left voicemail", "no"],
  ["No answer", "no"],
  ["", null],
  ["sent", null],
  ["perhaps", undefined],
])("whether %j reached somebody is %j", (text, reached) => {
  expect(readReached(text)).toBe(reached);
});

test.each([
  [" 99381 ", "99381"],
  ["99381.0", "99381"],
  ["g0008", "G0008"],
  ["99213 - 25", "99213-25"],
  ["", null],
  ["Rosa's visit", undefined],
  ["123456789012345678901", undefined],
])("the code of %j is %j", (text, code) => {
  expect(readCode(text)).toBe(code);
});

test("a code counts by itself, by its beginning, or where none is listed", () => {
  expect(codeCounts("99381", ["99381"])).toBe(true);
  expect(codeCounts("993811", ["99381"])).toBe(false);
  expect(codeCounts("99385", ["9938*", "G0008"])).toBe(true);
  expect(codeCounts("99391", ["9938*", "G0008"])).toBe(false);
  expect(codeCounts("99391", [])).toBe(true);
});
