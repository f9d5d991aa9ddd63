import { bareLetters, blank } from "./bare-letters";
import type { Finding } from "./types";

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|" +
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre";
const day = String.raw`\d{1,2}(?:st|nd|rd|th|ro)?`;
const joined = String.raw`(?:\s+(?:de[l]?|of)\s+|[\s,./-]+)`;

// In each, the group is the year.
const dates = [
  /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1((?:19|20)\d\d)(?![\d/])/g,
  /(?<![\d/.-])\d{1,2}([/-])\d{1,2}\1(\d\d)(?![\d/-])/g,
  /(?<![\d/.-])()((?:19|20)\d\d)[/.-]\d{1,2}[/.-]\d{1,2}(?!\d)/g,
  new RegExp(
    String.raw`(?<![\p{L}\d])()(?:${months})\.?\s+${day},?\s+(?:de[l]?\s+)?((?:19|20)\d\d)(?!\d)`,
    "gu",
  ),
  new RegExp(String.raw`(?<![\p{L}\d])()${day}${joined}(?:${months})\.?${joined}((?:19|20)\d\d)(?!\d)`, "gu"),
  /(?<![\d.])(?<!version )()\d{1,2}\.\d{1,2}\.(\d\d)(?![\d.])/g,
  new RegExp(String.raw`(?<![\p{L}\d])()(?:${months})\.?\s+${day},?\s*'(\d\d)(?!\d)`, "gu"),
  /()((?:19|20)\d\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号號]/g,
];
const birthWords = String.raw`(?<!\p{L})(?:dob|d\.o\.b|birth ?day|birth ?date|date of birth|born|nacimiento|nacio|nacida?|nacido|cumpleaños|fecha de nac|f\.? ?n)(?!\p{L})\.?|出生(?:日期)?|生日`;
const birth = new RegExp(birthWords, "u");
// Said to be one by the words right before it, a part of a date is enough.
const part = String.raw`(?:${months})\.?\s+${day}(?:,?\s+'?\d\d(?![\d:]))?|${day}${joined}(?:${months})(?!\p{L})|\d{1,2}[/.-]\d{1,2}|(?:19|20)\d\d|\d{1,2}\s*月\s*\d{1,2}\s*[日号號]?`;
const saidParts = new RegExp(
  String.raw`(?:${birthWords})(?:[\s:：#,-]|(?:is|was|on|in|the|of|es|fue|el|en|dia|是|于|為|为)(?![\p{Script=Latin}]))*(${part})(?!\d)`,
  "gu",
);
const near = 30;

const sentenceOn = (quote: string) =>
  `“${quote}” may be a date of birth. Whoever holds the phone reads it: leave it out.`;

/**
 * Dates that may be somebody's birth: whole ones of an earlier year, any beside a word for birth, and a part of one
 * right after it. A visit's date is not among them. And the text without its dates.
 */
export function dateFindings(text: string, now: Date): { found: Finding[]; rest: string } {
  const thisYear = now.getUTCFullYear();
  const bare = bareLetters(text);
  const found: Finding[] = [];
  let rest = text;
  for (const pattern of dates)
    for (const match of bare.matchAll(pattern)) {
      const { index } = match;
      const end = index + match[0].length;
      if (rest.slice(index, end).trim() === "") continue;
      const quote = text.slice(index, end);
      rest = rest.slice(0, index) + blank(quote) + rest.slice(end);
      const around = bare.slice(Math.max(0, index - near), end + near);
      if (fullYear(match[2] ?? "", thisYear) < thisYear || birth.test(around))
        found.push({
          code: "birth_date",
          quote,
          sentence: sentenceOn(quote),
        });
    }
  for (const { 0: said, 1: date = "", index } of bareLetters(rest).matchAll(saidParts)) {
    const start = index + said.length - date.length;
    const quote = text.slice(start, start + date.length);
    rest = rest.slice(0, start) + blank(quote) + rest.slice(start + date.length);
    found.push({ code: "birth_date", quote, sentence: sentenceOn(quote) });
  }
  return { found, rest };
}

/** Of two figures, the latest year that is not to come. */
function fullYear(year: string, thisYear: number): number {
  if (year.length === 4) return Number(year);
  const thisCentury = Math.floor(thisYear / 100) * 100 + Number(year);
  // The next year in two figures is a date to come rather than a birth a hundred years ago.
  return thisCentury > thisYear + 1 ? thisCentury - 100 : thisCentury;
}
