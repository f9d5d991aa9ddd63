/** YYYY-MM-DD or M/D/YYYY, with or without a time after it, as YYYY-MM-DD; undefined when it is no date. */
export function readDate(text: string): string | undefined {
  const date = text.replace(/[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[AP]M|Z)?$/i, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date);
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(date);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // February 30 parses, as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === written ? written : undefined;
}

/** True, false, null when the cell is empty, undefined when it cannot be read. */
export function readConsent(text: string): boolean | null | undefined {
  const word = text.toLowerCase();
  if (word === "") return null;
  if (["y", "yes", "1", "x", "t", "true", "si", "sí", "given"].includes(word)) return true;
  if (["n", "no", "0", "f", "false", "declined"].includes(word)) return false;
  return undefined;
}

const languages: Record<string, string> = {
  en: "en eng english inglés",
  es: "es spa esp spanish español castellano",
  zh: "zh chi zho chinese mandarin cantonese",
  vi: "vi vie vietnamese",
  ko: "ko kor korean",
  tl: "tl tgl fil tagalog filipino",
  ru: "ru rus russian",
  ar: "ar ara arabic",
  fr: "fr fre fra french",
  ht: "ht hat haitian creole",
  pt: "pt por portuguese",
  pl: "pl pol polish",
  so: "so som somali",
};
const languageByWord = new Map(
  Object.entries(languages).flatMap(([tag, words]) => words.split(" ").map((word) => [word, tag] as const)),
);

/** The language as a BCP 47 tag without region: "en-US", "eng" and "English" are "en". */
export function readLanguage(text: string): string | undefined {
  const [word = ""] = text.toLowerCase().split(/[^\p{L}]/u);
  return languageByWord.get(word);
}

/** The first three digits of a ZIP code, whose leading zeros a spreadsheet may have eaten. */
export function readZip3(text: string): string | null {
  const digits = /^(\d{3,5})(\.0+)?(-\d{4})?$/.exec(text)?.[1] ?? /^(\d{5})\d{4}$/.exec(text)?.[1];
  return digits ? digits.padStart(5, "0").slice(0, 3) : null;
}
