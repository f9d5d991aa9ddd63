import { describe, expect, test } from "vitest";
import { keywordOf } from "./keyword";
import { codesOf, situation } from "./outgoing-testing";
import { checkText } from "./outgoing-text";
import { stopWords } from "./outgoing-words";

describe("a first text", () => {
  const en = "Hi {first_name}, {brand} has a message for you. Reply 1 for a call, STOP to stop.";
  test.each<[string, string | undefined]>([
    [en, "en"],
    [en, undefined],
    [
      "Hola {first_name}, {brand} tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
      "es",
    ],
    ["Somos {brand}. Responda ALTO para no recibir mensajes.", "es-US"],
    ["valley care has a message for you. Text STOP to end.", "en"],
    ["{brand}: call 212-555-0123 when it suits you. STOP to stop.", "en-US"],
    ["{brand}：请来电212-555-0123。回复STOP退订", "zh"],
    ["{brand}：请来电。回复“退订”即可", "zh-Hans"],
    ["{brand}: call us. STOP to stop.", "vi"],
  ])("may go: %s", (text, language) => {
    expect(checkText(text, { ...situation, first: true, template: true, language })).toEqual([]);
  });

  test.each([
    ["Reply STOP to opt out or HELP for help.", "en"],
    ["Reply STOP to unsubscribe & HELP for help", "en"],
    ["Reply STOP to end and HELP for help", "en"],
    ["Reply STOP to quit | HELP for help", "en"],
    ["Reply STOP to end (HELP for help)", "en"],
    ["Text STOP to end - HELP for help", "en"],
    ["Reply STOP to opt out at any time", "en"],
    ["Reply STOP at any time to opt out", "en"],
    ["Reply STOP to no longer receive texts", "en"],
    ["Reply STOP if you do not want texts", "en"],
    ["Reply STOP if you don't want these", "en"],
    ["Reply STOP to be removed", "en"],
    ["Reply STOP to end reminders", "en"],
    ["Reply STOP to cancel text reminders", "en"],
    ["Reply STOP to stop hearing from us", "en"],
    ["Reply STOP to leave this program", "en"],
    ["Reply STOP to this message to end texts", "en"],
    ["Reply STOP to opt out 🙏", "en"],
    ["To opt out reply STOP or call 212-555-0134", "en"],
    ["REPLY STOP TO END", "en"],
    ["Reply Stop to end", "en"],
    ["reply stop to end", "en"],
    ["Responda STOP para cancelar o AYUDA para ayuda", "es"],
    ["STOP para cancelar, AYUDA para ayuda", "es"],
    ["Responda STOP para terminar y AYUDA para ayuda", "es"],
    ["Responda STOP si no quiere más mensajes", "es"],
    ["Responda ALTO si ya no quiere mensajes", "es"],
    ["Responda BAJA para cancelar la suscripción", "es"],
    ["Responda ALTO en cualquier momento", "es"],
    ["responda stop para parar", "es"],
  ])("may close so: %s", (closing, language) => {
    expect(
      checkText(`{brand}: 212-555-0123. ${closing}`, { ...situation, first: true, template: true, language }),
    ).toEqual([]);
  });

  test.each([
    ["A message for you. STOP to stop.", "en", "no_brand", "who writes"],
    ["Un mensaje para usted. STOP para parar.", "es", "no_brand", "Valley Care"],
    ["请来电。回复STOP退订", "zh", "no_brand", "{brand}"],
    ["{brand} has a message for you.", "en", "no_stop_wording", "STOP to stop"],
    ["Valley Caregivers: call us. STOP to stop.", "en", "no_brand", "who writes"],
    ["{brand} will reply. Stop by at 3.", "en", "no_stop_wording", "STOP to stop"],
    ["{brand} has a message, please don't stop.", "en", "no_stop_wording", "how to stop"],
    ["{brand} tiene un mensaje. STOP to stop.", "es", "no_stop_wording", "STOP para parar"],
    ["{brand} has a message. STOP para parar.", "en", "no_stop_wording", "STOP to stop"],
    ["{brand}：请来电", "zh", "no_stop_wording", "回复STOP退订"],
  ] as const)("is held back: %s", (text, language, code, why) => {
    const found = checkText(text, { ...situation, first: true, template: true, language });
    expect(found.map((finding) => finding.code)).toEqual([code]);
    expect(found[0]?.sentence).toContain(why);
  });

  test("names only words that we act on", () => {
    for (const word of Object.values(stopWords).flat())
      expect([word, keywordOf(word)?.kind]).toEqual([word, "stop"]);
    expect(codesOf("{brand}：请来电。回复TD", { first: true, language: "zh" })).toEqual(["no_stop_wording"]);
  });

  test("says so once; a later one need not say it again", () => {
    expect(codesOf("We will call you at 3.")).toEqual([]);
    expect(codesOf("We will call you at 3.", { first: true })).toEqual(["no_brand", "no_stop_wording"]);
  });
});

test("nothing at all, and too much", () => {
  expect(codesOf(" \u200b\n")).toEqual(["no_text"]);
  expect(codesOf("x ".repeat(501))).toEqual(["too_long"]);
  // An ellipsis leaves as three full stops.
  expect(codesOf(`${"x ".repeat(499)}…`)).toEqual(["too_long"]);
});

test("no text takes long to judge, whatever it repeats", () => {
  for (const unit of [
    "1 a ",
    "9-",
    "reply ",
    "calle a ",
    "Aa1-",
    "a.",
    "hi, ",
    "12 Aa ",
    "STOP to ",
    "\u00e1",
    "中",
    "回复",
    "路",
  ])
    expect(() => checkText(unit.repeat(1_000), { ...situation, first: true, template: true })).not.toThrow();
});
