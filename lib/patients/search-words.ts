import { namePartsOf } from "@/lib/phi/name-index";
import { parsePhone } from "./phone-number";

/** One way to understand what was typed: all of it must hold of a patient. */
export interface Wanted {
  /** Words that begin parts of the name, in any order. */
  name: string | null;
  /** YYYY-MM-DD, any of them: a year of two digits may be of either century. */
  birthDates: string[];
  /** Any of them. */
  memberNumbers: string[];
  e164: string | null;
}

export interface WordsRead {
  /** What kinds of thing were typed, such as "name, birth date": for the audit trail, which holds no words. */
  kinds: string;
  /** Found by any of these. Empty when there is nothing to look for. */
  ways: Wanted[];
}

/** Reads a line of search: parts of a name, a member number, a phone, a birth date, or several of them. */
export function readWords(typed: string, today: string): WordsRead {
  const { birthDates, rest } = takeDate(typed.normalize("NFKC"), today);
  const { e164, left } = takePhone(rest);
  const words = left.split(/[\s,;:]+/).filter((word) => word !== "");
  const codes = words.filter((word) => /\d/.test(word));
  const name = words.filter((word) => !/\d/.test(word)).join(" ");
  const apart: Wanted = {
    name: namePartsOf(name).length > 0 ? name : null,
    birthDates,
    memberNumbers: codes.length > 0 ? [codes.join("")] : [],
    e164,
  };
  // A member number may be written in groups, some without a digit, or look like a phone.
  const whole = rest.trim();
  const together: Wanted = {
    ...{ name: null, birthDates, e164: null },
    memberNumbers: [...new Set([whole, whole.replace(/\s/g, "")])],
  };
  const kinds = [
    apart.name && "name",
    codes.length > 0 && "member number",
    e164 && "phone",
    birthDates.length > 0 && "birth date",
  ].filter(Boolean);
  return { kinds: kinds.join(", "), ways: [apart, ...(whole ? [together] : [])].filter(asksForSomething) };
}

const asksForSomething = ({ name, birthDates, memberNumbers, e164 }: Wanted): boolean =>
  name !== null || e164 !== null || birthDates.length + memberNumbers.length > 0;

const months = "january february march april may june july august september october november december".split(
  " ",
);

const dateShapes = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<month>\d{1,2})(?<mark>[/.-])(?<day>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d/.-])/,
  /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?<word>\p{L}{3,9})[ .,-]+(?<year>\d{4})(?!\d)/u,
  /(?<!\p{L})(?<word>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/u,
];

/** The first date of the line, and the line without it. */
function takeDate(typed: string, today: string): { birthDates: string[]; rest: string } {
  for (const shape of dateShapes) {
    const found = shape.exec(typed);
    const { year = "", month, day = "", word } = found?.groups ?? {};
    if (!found) continue;
    const number = word ? months.findIndex((name) => name.startsWith(word.toLowerCase())) + 1 : Number(month);
    const birthDates = datesOf(year, number, Number(day)).filter((date) => date <= today);
    if (birthDates.length === 0) continue;
    return {
      birthDates,
      rest: `${typed.slice(0, found.index)} ${typed.slice(found.index + found[0].length)}`,
    };
  }
  return { birthDates: [], rest: typed };
}

/** Month first, as here; day first where only that can be a date. */
function datesOf(year: string, month: number, day: number): string[] {
  const years = year.length === 2 ? [`20${year}`, `19${year}`] : [year];
  const [m, d] = month > 12 && day <= 12 ? [day, month] : [month, day];
  return years.map((y) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`).filter(isDay);
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  // February 30 parses, as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

const phoneShape = /\+?[\d(][\d\s().+/-]{7,}\d(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?/i;
const phoneLabel = /^(cell|mobile|home|work|phone|tel|cel|celular|casa|\*)[.:]?$/i;

function takePhone(rest: string): { e164: string | null; left: string } {
  const found = phoneShape.exec(rest);
  const parsed = found && (found[0].match(/\d/g) ?? []).length >= 10 ? parsePhone(found[0]) : null;
  if (!found || !parsed?.ok) return { e164: null, left: rest };
  const around = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
  const left = around.replace(/[()]/g, " ").split(/\s+/);
  return { e164: parsed.e164, left: left.filter((word) => !phoneLabel.test(word)).join(" ") };
}
