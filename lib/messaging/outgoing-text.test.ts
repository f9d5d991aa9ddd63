import { expect, test } from "vitest";
import { textProblems } from "./outgoing-text";

const asFirst = { brand: "Valley Care", first: true };
const good = "Hi {first_name}, {brand} has a message for you. Reply 1 for a call, STOP to stop.";

test.each([
  good,
  "Hola {first_name}, {brand} tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
  "Valley Care has a message for you. STOP to stop.",
  "{brand}: call 212-555-0123 when it suits you. STOP to stop.",
])("may go: %s", (text) => {
  expect(textProblems(text, asFirst)).toEqual([]);
});

test.each([
  ["", "no text"],
  ["Hi, a message for you. STOP to stop.", "who writes"],
  ["{brand} has a message for you.", "how to stop"],
  ["{brand} has a message for you, please don't stop.", "how to stop"],
  ["{brand}: your prenatal visit is due. STOP to stop.", "prenatal"],
  ["{brand}: es hora de la vacuna. STOP para parar.", "vacuna"],
  ["{brand}: your HIV test result is in. STOP to stop.", "HIV"],
  ["{brand}: member 1234567890123. STOP to stop.", "long number"],
  ["{brand}: see https://example.org/x. STOP to stop.", "link"],
  [`${good} ${"x".repeat(1_000)}`, "longer than"],
])("is held back: %s", (text, why) => {
  expect(textProblems(text, asFirst).join(" ")).toContain(why);
});

test("a later text need not say again who writes and how to stop", () => {
  expect(textProblems("We will call you at 3.", { brand: "Valley Care", first: false })).toEqual([]);
});
