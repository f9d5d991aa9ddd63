import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, test } from "vitest";
import { isFullPart, normaliseText, segmentsOf } from "./segments";

const a = (n: number) => "a".repeat(n);
const han = (n: number) => "您".repeat(n);

test.each([
  ["nothing", "", 0, "GSM-7"],
  ["a full one", a(160), 1, "GSM-7"],
  ["one more", a(161), 2, "GSM-7"],
  ["two full parts", a(306), 2, "GSM-7"],
  ["one more than two", a(307), 3, "GSM-7"],
  ["three full parts", a(459), 3, "GSM-7"],
  ["one more than three", a(460), 4, "GSM-7"],
  ["six full parts", a(918), 6, "GSM-7"],
  ["one more than six", a(919), 7, "GSM-7"],
  ["a euro sign as the last two places", `${a(158)}€`, 1, "GSM-7"],
  ["a euro sign over the end", `${a(159)}€`, 2, "GSM-7"],
  ["80 euro signs", "€".repeat(80), 1, "GSM-7"],
  // 76 pairs fill 152 of 153 places, and the odd one stays empty.
  ["152 euro signs", "€".repeat(152), 2, "GSM-7"],
  ["153 euro signs, 306 places", "€".repeat(153), 3, "GSM-7"],
  ["an escape pair at the cut", `${a(152)}€${a(152)}`, 3, "GSM-7"],
  ["an escape pair before the cut", `${a(151)}€${a(153)}`, 2, "GSM-7"],
  ["a bracket at the second cut", `${a(153 + 152)}[${a(152)}`, 4, "GSM-7"],
  ["¿ and ñ and é are free", "¿Mañana? Sé".padEnd(160, "ñ"), 1, "GSM-7"],
  ["a line feed is one", `${a(159)}\n`.padEnd(160, "b"), 1, "GSM-7"],
  ["á is not in it", "¿Cómo está?", 1, "UCS-2"],
  ["70 accents", "á".repeat(70), 1, "UCS-2"],
  ["71 accents", "á".repeat(71), 2, "UCS-2"],
  ["one accent in 70", `á${a(69)}`, 1, "UCS-2"],
  ["one accent in 71", `á${a(70)}`, 2, "UCS-2"],
  ["a euro sign is one place beside an accent", `á${a(68)}€`, 1, "UCS-2"],
  ["two full Chinese parts", han(134), 2, "UCS-2"],
  ["one more than two", han(135), 3, "UCS-2"],
  ["three full Chinese parts", han(201), 3, "UCS-2"],
  ["one more than three", han(202), 4, "UCS-2"],
  ["35 emoji", "😀".repeat(35), 1, "UCS-2"],
  ["36 emoji, 33 in a part", "😀".repeat(36), 2, "UCS-2"],
  ["66 emoji", "😀".repeat(66), 2, "UCS-2"],
  ["67 emoji, 134 units", "😀".repeat(67), 3, "UCS-2"],
  ["a surrogate pair at the cut", `${han(66)}😀${han(66)}`, 3, "UCS-2"],
  ["a surrogate pair before the cut", `${han(65)}😀${han(67)}`, 2, "UCS-2"],
  ["a rare Chinese character at the cut", `${han(66)}𠮷${han(66)}`, 3, "UCS-2"],
])("counts %s", (_, text, segments, encoding) => {
  expect(segmentsOf(text)).toMatchObject({ segments, encoding });
});

test("a family of one picture is as long as its parts, and networks cut between them", () => {
  const family = "👩‍👩‍👧‍👦";
  expect(segmentsOf(family)).toMatchObject({ segments: 1, characters: 11 });
  // 60 + 11 = 71: over one alone. The first part then takes 66 of them, for the next is a pair.
  expect(segmentsOf(han(60) + family).segments).toBe(2);
  expect(segmentsOf(han(60) + family + han(62)).segments).toBe(2);
  expect(segmentsOf(han(60) + family + han(63)).segments).toBe(3);
});

test("says which letters make the segments short, and what it would be without them", () => {
  expect(segmentsOf(`Mañana está aquí, allí y allá. ${a(60)}`)).toMatchObject({
    ...{ encoding: "UCS-2", segments: 2, characters: 91 },
    ...{ forcing: ["á", "í"], segmentsWithout: 1 },
  });
  expect(segmentsOf("Mañana, ¿sí?").forcing).toEqual(["í"]);
  expect(segmentsOf("Call us [now] for 5 €")).toMatchObject({ forcing: [], characters: 24 });
});

test("an accent in two parts and Windows line ends cost nothing more", () => {
  expect(normaliseText(" cafe\u0301\r\nsi ")).toBe("café\nsi");
  expect(segmentsOf("cafe\u0301").encoding).toBe("GSM-7");
  expect(segmentsOf(`${a(158)}\r\nb`).segments).toBe(1);
});

describe("against the library", () => {
  // A seed of its own, so that a failure comes back.
  function dice(seed: number) {
    let state = seed;
    return (sides: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
  }
  const gsm = [..."abcdefghij ABCDEF0123,.?¿¡ñÑéèùìòàäöüß£¥§@_\nÅåÆæØøÇΔΦΓΛΩΠΨΣΘΞ^{}[]~|\\€€[]"];
  const bmp = [...gsm, ..."áíóúÁÍÓÚç’“”–…您好请回复电话中文лиعŁőş`"];
  const alphabets: [string, string[]][] = [
    ["GSM", gsm],
    ["one accent in many", [...gsm, ...gsm, ...gsm, "á"]],
    ["BMP", bmp],
    ["one pair in many", [...bmp, "😀", "𠮷"]],
  ];

  test.each(alphabets)("agrees on 600 random texts: %s", (name, letters) => {
    const roll = dice(name.length * 7_919);
    // Around the borders, where counters differ.
    const borders = [67, 70, 134, 153, 160, 201, 306, 459];
    for (let i = 0; i < 600; i += 1) {
      const length = Math.max(1, (borders[roll(borders.length)] ?? 0) - 6 + roll(12));
      const text = Array.from({ length }, () => letters[roll(letters.length)])
        .join("")
        .normalize("NFC")
        .trim();
      const theirs = new SegmentedMessage(text);
      const ours = segmentsOf(text);
      expect([text, ours.segments, ours.encoding]).toEqual([
        text,
        text === "" ? 0 : theirs.segmentsCount,
        theirs.encodingName,
      ]);
      if (ours.encoding === "GSM-7") expect(ours.characters).toBe(theirs.messageSize / 7);
    }
  });

  test("agrees on every sign from space to bopomofo, alone", () => {
    for (let code = 0x20; code < 0x3100; code += 1) {
      const sign = String.fromCharCode(code).normalize("NFC").trim();
      if (sign === "") continue;
      expect([code, segmentsOf(sign).encoding]).toEqual([code, new SegmentedMessage(sign).encodingName]);
    }
  });
});

test.each([
  ["‘single’ and “double”", "'single' and \"double\""],
  ["the clinic’s number", "the clinic's number"],
  ["9–5 — every day", "9-5 - every day"],
  ["please wait…", "please wait..."],
  ["«Valley Care»", '"Valley Care"'],
  ["at\u00a09\u202fam,\tMonday", "at 9 am, Monday"],
  ["H\u200bi \ufeffthere\u2060, co\u00adop", "Hi there, coop"],
  ["Ｈｉ １２３！ ｛brand｝", "Hi 123! {brand}"],
  ["call \u202a212-555-0123\u202c", "call 212-555-0123"],
  ["one\u2028two\rthree", "one\ntwo\nthree"],
  ["a\u200db 1\u200c2", "ab 12"],
])("writes %j as every phone has it", (text, leaves) => {
  expect(normaliseText(text)).toBe(leaves);
  expect(segmentsOf(normaliseText(text)).encoding).toBe("GSM-7");
});

test.each([
  // Spanish, whose accents say something: esta is not está, and ano is not año.
  "¿Está aquí? Sí, ¡mañana! Año, ano, él, el, más, mas, pingüino",
  "ÁÍÓÚ áíóú Ññ",
  // Names.
  "Ñusta Núñez, José Ibáñez, Zoë Ångström, Łucja Dvořák, Nguyễn Thị Ánh, Seán Ó Súilleabháin, Þór",
  "Müller-Lüdenscheidt, O'Brien, D'Angelo",
  // Chinese, with its own signs.
  "您好，请回复“一”。我们会打电话给您……（免费）！",
  "王小明——您好：请看《通知》、谢谢？　再见",
  // Joined emoji and Persian keep their joiners.
  "👩‍👩‍👧 🏳️‍🌈 👍🏽 1️⃣",
  "می‌خواهم",
  "Plain text, 5 € [ok] {first_name}",
])("leaves %s alone", (text) => {
  expect(normaliseText(text)).toBe(text.normalize("NFC"));
});

test("letters and figures of full width fold in a Chinese text too, its signs do not", () => {
  expect(normaliseText("请回复Ａ，或打２１２－５５５－０１２３。")).toBe("请回复A，或打212－555－0123。");
});

test("folding twice changes nothing more", () => {
  for (const text of ["“a”…\u00a0—", " \u200b x \ufeff ", "Ｃafe\u0301\r\n\r", "您“好”…"])
    expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
});

test.each([
  [a(160), true],
  [a(153), true],
  [`${a(151)}€`, true],
  [`${a(158)}€`, true],
  [a(154), false],
  [a(152), false],
  [a(161), false],
  [`${a(152)}€`, false],
  [han(70), true],
  [han(67), true],
  [han(66), false],
  [han(68), false],
  [`${han(65)}😀`, true],
  [a(70), false],
  ["€".repeat(80), true],
  [`${"€".repeat(76)}b`, true],
])("whether %s is as long as a full part", (text, full) => {
  expect(isFullPart(text)).toBe(full);
});
