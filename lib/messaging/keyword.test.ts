import { describe, expect, test } from "vitest";
import { isAlsoAnswer, keywordOf } from "./keyword";

const keywords = [
  ["stop", "en", "stop, stop all, unsubscribe, cancel, end, quit, revoke, opt out, remove"],
  ["stop", "es", "alto, parar, pare, cancelar, baja, dar de baja"],
  ["stop", "zh", "退订, 退訂, 停止, 停, 取消, 取消订阅, 取消訂閱"],
  ["help", "en", "help, info"],
  ["help", "es", "ayuda"],
  ["help", "zh", "帮助, 幫助"],
  ["start", "en", "start, unstop"],
  ["start", "es", "inicio, comenzar, empezar"],
  ["start", "zh", "开始, 開始"],
] as const;
const each = keywords.flatMap(([kind, language, words]) =>
  words.split(", ").map((word) => [word, kind, language] as const),
);
const wide = (word: string) =>
  word.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

describe.each(each)("%s", (word, kind, language) => {
  test.each([
    ["as it is", word],
    ["shouted", word.toUpperCase()],
    ["at the head of a sentence", (word[0] ?? "").toUpperCase() + word.slice(1)],
    ["with a full stop", `${word}.`],
    ["with space and marks", `  ¡${word}!!! \n`],
    ["in quotes", `“${word}”`],
    ["in straight quotes", `"${word}"`],
    ["with emoji", `🛑${word} ✋🏽`],
    ["in full width", wide(word)],
    ["with accents", word.normalize("NFD").replace(/[aeiou]/gu, "$&\u0301")],
    ["with what cannot be seen", `\u200b${word.split("").join("\u200d")}\ufeff`],
    ["spaced", word.replaceAll(" ", "").split("").join(" ")],
    ["dotted", word.replaceAll(" ", "").split("").join(".")],
    ["hyphened", word.replaceAll(" ", "-")],
  ])("%s", (_, text) => {
    expect(keywordOf(text)).toMatchObject({ kind, language });
    expect(keywordOf(text)?.rule).toMatch(/^word /);
  });

  test.each([
    ..."appointment, pills, bleeding, 3pm, the baby, doctor, smoking, milk, cita, medicina, presión, fiebre".split(
      ", ",
    ),
    ..."预约, 吃药, 出血, 发烧".split(", "),
  ])("is none with “%s” after it", (noun) => {
    expect(keywordOf(`${word} ${noun}`)).toBeUndefined();
  });
});

test.each([
  ["please stop", "word stop"],
  ["Stop please", "word stop"],
  ["Stop, please.", "word stop"],
  ["STOP now", "word stop"],
  ["stop thank you", "word stop"],
  ["STOP!!! thx", "word stop"],
  ["pls stop", "word stop"],
  ["please please stop", "word stop"],
  ["Kindly unsubscribe", "word unsubscribe"],
  ["cancel please", "word cancel"],
  ["opt out please", "word opt out"],
  ["please opt-out now", "word opt out"],
  ["STOPALL", "word stop all"],
  ["STOP\nSent from my iPhone", "word stop"],
  ["por favor alto", "word alto"],
  ["alto por favor", "word alto"],
  ["Alto ya", "word alto"],
  ["parar, gracias", "word parar"],
  ["stop por favor", "word stop"],
  ["请停止", "word 停止"],
  ["請退訂，謝謝", "word 退订"],
  ["停停停", "word 停"],
])("courtesies leave the word alone: %j", (text, rule) => {
  expect(keywordOf(text)).toMatchObject({ kind: "stop", rule });
});

test.each([
  ["STOOOP", "word stop"],
  ["STOPPPPP", "word stop"],
  ["SSTTOOPP", "typo stop"],
  ["stopp", "typo stop"],
  ["quitt", "typo quit"],
  ["cancell", "typo cancel"],
  ["stop stop stop", "word stop"],
  ["STOP / ALTO", "word stop"],
  ["stop, quit, cancel", "word stop"],
])("said more than once: %s", (text, rule) => {
  expect(keywordOf(text)).toMatchObject({ kind: "stop", rule });
});

test.each([
  ["Stpo", "typo stop"],
  ["sotp", "typo stop"],
  ["tsop", "typo stop"],
  ["stip", "typo stop"],
  ["srop", "typo stop"],
  ["stopt", "typo stop"],
  ["st0p", "typo stop"],
  ["please stpo", "typo stop"],
  ["s t p o", "typo stop"],
  ["unsubscibe", "typo unsubscribe"],
  ["unsuscribe", "typo unsubscribe"],
  ["unsubcribe", "typo unsubscribe"],
  ["cancle", "typo cancel"],
  ["cancl", "typo cancel"],
  ["quti", "typo quit"],
  ["remvoe", "typo remove"],
  ["revok", "typo revoke"],
  ["optuot", "typo optout"],
  ["atlo", "typo alto"],
  ["cancelr", "typo cancel"],
  ["canclar", "typo cancelar"],
  ["vaja", "typo baja"],
])("one slip: %s", (text, rule) => {
  expect(keywordOf(text)).toMatchObject({ kind: "stop", rule });
});

// One slip away, and yet words that a patient may write, or names.
test.each(
  `cancer CANCER cáncer cancels cancela cancele cancelo cárcel
   step shop atop stoop stops slop stomp strop stow
   quite quiet quilt quid quiz quits quip suit quito quita quint
   removed remote remover removes revoked revokes evoke unsubscribed
   alta algo auto alot also salto acto apto alza altos arto falto lato Aldo Alton
   bajo caja bala bata baya faja hoja bajar bajas baje paja raja Maja Kaja
   para pasar pagar parir parara pararé paran paras paro pero pera
   hell held halp hepl star stat strat smart into ends and ayda`.split(/\s+/),
)("“%s” is a word of its own", (text) => {
  expect(keywordOf(text)).toBeUndefined();
});

test.each([
  "stop by the clinic",
  "can't stop coughing",
  "don't stop",
  "YES",
  "SI",
  "sí",
  "1",
  "2",
  "C",
  "R",
  "TD",
  "cancelar cita",
  "para mi niña",
  "dada de baja del seguro",
  "ya baja",
  "alto, baja",
  "a lot",
  "no stop",
  "stop help",
  "nstop",
  "",
  "🛑",
  "!!!",
  "help me please",
  "I quit dairy",
  "the end is near",
  "constructor",
  "__proto__",
  "stop".repeat(25_000),
  "please ".repeat(15_000),
  `stop${"!".repeat(100_000)}`,
])("%j is no keyword", (text) => {
  expect(keywordOf(text)).toBeUndefined();
});

// Taken for HELP, a text waits for nobody; taken for START, it undoes a stop.
test.each([
  "please help",
  "help please",
  "helppp",
  "hlep",
  "info please",
  "ayuda por favor",
  "please start",
  "strat",
  "startt",
])("“%s” is not guessed at", (text) => {
  expect(keywordOf(text)).toBeUndefined();
});

test.each(["Cancel", "END", "remove", "cancle", "baja", "取消", "停"])("%s may also be an answer", (text) => {
  const keyword = keywordOf(text);
  expect(keyword && isAlsoAnswer(keyword)).toBe(true);
});

test.each(["STOP", "Unsubscribe", "opt out", "revoke", "ALTO", "退订"])("%s is nothing else", (text) => {
  const keyword = keywordOf(text);
  expect(keyword && isAlsoAnswer(keyword)).toBe(false);
});

test("a sign that stands for a line of letters makes no text long to judge", () => {
  expect(keywordOf("\ufdfa".repeat(1_000))).toBeUndefined();
  expect(keywordOf("\ufdfa STOP")).toBeUndefined();
});
