import { expect, test } from "vitest";
import { segmentsOf } from "./segments";
import { type StandardText, standardText } from "./standard-texts";

const kinds: StandardText[] = ["stop_confirmation", "help_reply", "start_confirmation"];
const by = { brand: "Valley Care", perWeek: 3 };
const all = kinds.flatMap((kind) => (["en", "es", "zh"] as const).map((language) => ({ kind, language })));

test.each(all)("$kind in $language is one segment, also with a longer name", ({ kind, language }) => {
  const counted = segmentsOf(standardText(kind, language, by));
  expect(counted).toMatchObject({ segments: 1, encoding: language === "zh" ? "UCS-2" : "GSM-7" });
  const longer = standardText(kind, language, { brand: "Valley Care Women", perWeek: 14 });
  expect(segmentsOf(longer).segments).toBe(1);
});

test.each(all)("$kind in $language names the program", ({ kind, language }) => {
  expect(standardText(kind, language, by)).toMatch(/^Valley Care[:：]/);
});

const mustSay: [StandardText, "en" | "es" | "zh", RegExp[]][] = [
  ["stop_confirmation", "en", [/no more texts/, /START/]],
  ["stop_confirmation", "es", [/ya no le enviaremos/, /START/]],
  ["stop_confirmation", "zh", [/不会再收到/, /START/]],
  ["help_reply", "en", [/up to 3 a week/, /Reply here/, /rates may apply/, /STOP/]],
  ["help_reply", "es", [/hasta 3 por semana/, /Responda y una persona/, /tarifas/, /STOP/]],
  ["help_reply", "zh", [/每周最多3条/, /直接回复/, /费/, /STOP/]],
  ["start_confirmation", "en", [/on again/, /up to 3 a week/, /rates may apply/, /HELP/, /STOP/]],
  ["start_confirmation", "es", [/de nuevo/, /hasta 3 por semana/, /tarifas/, /AYUDA/, /STOP/]],
  ["start_confirmation", "zh", [/恢复/, /每周最多3条/, /费/, /HELP/, /STOP/]],
];
test.each(mustSay)("%s in %s says what the carriers ask for", (kind, language, words) => {
  const text = standardText(kind, language, by);
  for (const word of words) expect(text).toMatch(word);
});

test.each([
  ["es-MX", "es"],
  ["zh-Hans", "zh"],
  ["pt", "en"],
  ["", "en"],
])("who speaks %s is answered in %s", (language, answered) => {
  expect(standardText("help_reply", language, by)).toBe(standardText("help_reply", answered, by));
});
