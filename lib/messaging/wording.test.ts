import { describe, expect, test } from "vitest";
import { keywordOf } from "./keyword";
import { stopWording } from "./wording";
import { clinicTalk, listed } from "./wording-cases";
import { leavingCases } from "./wording-cases-en-list";
import { insistingCases } from "./wording-cases-en-short";
import { stoppingCases } from "./wording-cases-en-stop";
import { wishingCases } from "./wording-cases-en-wish";
import { spanishCases } from "./wording-cases-es";
import { chineseCases } from "./wording-cases-zh";
import { english } from "./wording-rules-en";
import { spanish } from "./wording-rules-es";
import { chinese } from "./wording-rules-zh";

describe.each([
  ["English", english, { ...stoppingCases, ...wishingCases, ...leavingCases, ...insistingCases }],
  ["Spanish", spanish, spanishCases],
  ["Chinese", chinese, chineseCases],
] as const)("%s", (_, { rules }, table) => {
  test("each rule has at least two texts that it hears and two that it spares", () => {
    expect(Object.keys(table).sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const [id, { fires, spares }] of Object.entries(table)) {
      expect(listed(fires).length, id).toBeGreaterThanOrEqual(2);
      expect(listed(spares).length, id).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(Object.entries(table).flatMap(([id, { fires }]) => listed(fires).map((text) => [text, id])))(
    "“%s” is heard by %s",
    (text, id) => {
      expect(stopWording(text)).toEqual({ rule: id });
      expect(stopWording(text.toUpperCase())).toEqual({ rule: id });
      expect(stopWording(`🙏 ${text} 🙏`)).toEqual({ rule: id });
    },
  );

  test.each(Object.values(table).flatMap(({ spares }) => listed(spares)))("“%s” is not", (text) => {
    expect(stopWording(text)).toBeUndefined();
    expect(stopWording(text.toUpperCase())).toBeUndefined();
  });
});

test.each(listed(clinicTalk))("“%s” asks for nothing of the kind", (text) => {
  expect(stopWording(text)).toBeUndefined();
  expect(keywordOf(text)).toBeUndefined();
});

test.each([
  ["Thanks for the ride.\nPlease stop texting me", "en-stop-texting"],
  ["Hi, this is not Ana... remove me, please!", "en-remove-me"],
  ["I said “STOP” already", "en-said-stop"],
  ["ｒｅｍｏｖｅ ｍｅ", "en-remove-me"],
  ["re\u200bmove me", "en-remove-me"],
  ["Don\u2019t contact me", "en-dont-text"],
  ["Don´t contact me", "en-dont-text"],
  ["DÉJENME EN PAZ!!!", "es-dejar-en-paz"],
  ["No, me siento bien; ya no me manden mensajes", "es-no-me-mande"],
])("punctuation, lines and odd signs: %j", (text, rule) => {
  expect(stopWording(text)).toEqual({ rule });
});

test.each(["No, more texts please", "Ya no. Me mandan mensajes", "Stop the bleeding. Text me"])(
  "“%s” is not read across its clauses",
  (text) => {
    expect(stopWording(text)).toBeUndefined();
  },
);

test.each([
  "Liked “Valley Care: you will get no more texts from us. Reply START to get them again.”",
  'Loved "Reply STOP to stop texts"',
  "👍 to “Stop texts at any time: reply STOP”",
  "Reacted 👍 to “Reply STOP to stop our texts”",
  "Le gustó “Responda ALTO para parar los mensajes”",
  "Me gusta “Responda ALTO para parar los mensajes”",
  "Reaccionó con 👍 a “Responda ALTO para parar los mensajes”",
  "❤️ a “Responda ALTO para parar los mensajes”",
  "A Rosa le gustó “STOP para parar”",
  "赞了“回复 STOP 停止。停止短信”",
  "> Valley Care has a message for you. Reply 1 for a call, STOP to stop.",
  "Yes call me\n> Valley Care has a message for you. Reply STOP to stop texts.",
  "I'm driving with Do Not Disturb turned on. I'll see your message when I get there. (I'm not receiving notifications.)",
])("what a phone writes by itself is no wish: %s", (text) => {
  expect(stopWording(text)).toBeUndefined();
});

test("a wish after a reaction is heard", () => {
  expect(stopWording("Disliked “See you at 3” stop texting me")).toEqual({ rule: "en-stop-texting" });
  expect(stopWording("stop texting me\n> Reply 1 for a call")).toEqual({ rule: "en-stop-texting" });
});

test("who asks at the beginning or at the end of a very long text is heard", () => {
  const filling = "my back hurts and the baby kicks. ".repeat(3_000);

  expect(stopWording(`stop texting me. ${filling}`)).toEqual({ rule: "en-stop-texting" });
  expect(stopWording(`${filling}stop texting me`)).toEqual({ rule: "en-stop-texting" });
  expect(stopWording(filling)).toBeUndefined();
});

// A pattern that goes back and forth would not come to an end on these.
test.each([
  "stop the ",
  "stop sending me us the your my from ",
  "dont want to get the ",
  "no quiero que me los sus mas ",
  "please ",
  "thank you ",
  "s t o p ",
  "不要再给我",
  "把你们的",
  "ya no me ",
  "a",
  "? ",
  "\ufdfa",
  "z\u0301",
])("100,000 signs of %j are judged", (piece) => {
  expect(stopWording(piece.repeat(100_000 / piece.length))).toBeUndefined();
});
