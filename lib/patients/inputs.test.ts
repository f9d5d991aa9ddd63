import { expect, test } from "vitest";
import { ConsentOnPhoneInput, RecordRiskNoticeInput } from "./inputs";

const id = "019b0000-0000-7000-8000-000000000001";
const form = { patientId: id, phoneId: id, given: "yes", channel: "form", givenOn: "2026-03-03", seen: "" };

test("what a form leaves empty or out is null, and what was confirmed is a moment", () => {
  expect(ConsentOnPhoneInput.parse({ ...form, note: "  ", language: "" })).toMatchObject({
    given: true,
    wordsVersion: null,
    language: null,
    seen: null,
    stoppedAt: null,
  });
  expect(
    ConsentOnPhoneInput.parse({ ...form, given: "no", stoppedAt: "2026-03-02T15:00:00.000Z" }),
  ).toMatchObject({
    given: false,
    stoppedAt: new Date("2026-03-02T15:00:00Z"),
  });
});

test("a note of blanks is no note", () => {
  expect(ConsentOnPhoneInput.parse({ ...form, note: "  " }).note).toBeNull();
});

test.each([
  ["given", { given: "" }],
  ["channel", { channel: "roster" }],
  ["givenOn", { givenOn: "3/3/2026" }],
  ["note", { note: "x".repeat(501) }],
  ["stoppedAt", { stoppedAt: "yesterday" }],
])("consent: %s says what is wrong with it", (field, more) => {
  const { error } = ConsentOnPhoneInput.safeParse({ ...form, ...more });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test("a notice without words asks for them in plain English", () => {
  const { error } = RecordRiskNoticeInput.safeParse({
    ...{ patientId: id, accepted: "yes", channel: "call", language: "en", seen: "" },
  });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    "Choose how they are told, and the language.",
  ]);
});
