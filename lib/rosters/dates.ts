const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const clock = /[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[AP]M|Z)?$/i;

/** As people and systems write a day, with or without a time after it, as YYYY-MM-DD; undefined when it is no date. */
export function readDate(text: string): string | undefined {
  if (text === "") return undefined;
  const written = text.replace(clock, "");
  const [year, month, day] = partsOf(written) ?? [];
  return year && month && day ? dayOf(year, month, day) : undefined;
}

type Parts = [string | undefined, string | undefined, string | undefined];

function partsOf(text: string): Parts | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (iso && Number(iso[1]) > 1231) return [iso[1], iso[2], iso[3]];
  const us = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text);
  if (us) return [us[3], us[1], us[2]];
  const named =
    /^(?<d>\d{1,2})[- ](?<m>[a-z]{3})[a-z]*\.?[- ,]+(?<y>\d{4})$/i.exec(text) ??
    /^(?<m>[a-z]{3})[a-z]*\.? (?<d>\d{1,2})(st|nd|rd|th)?,? (?<y>\d{4})$/i.exec(text);
  const month = months.indexOf(named?.groups?.m?.toLowerCase() ?? "") + 1;
  return named?.groups && month > 0 ? [named.groups.y, String(month), named.groups.d] : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = Number(month) === 2 && !isLeap ? 28 : daysOfMonth[Number(month) - 1];
  return last && Number(day) >= 1 && Number(day) <= last
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : undefined;
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface ReadDay {
  date: string;
  /** What had to be done to read it. */
  repaired: "serial" | "century" | null;
}

/** The same, and of past days what spreadsheets make of them: 34471, and years of two digits. `today` is YYYY-MM-DD. */
export function readBirthDate(text: string, today: string): ReadDay | undefined {
  const date = readDate(text);
  if (date) return { date, repaired: null };
  const serial = /^(\d{4,5})(\.\d+)?$/.exec(text)?.[1];
  if (serial) {
    // Day 1 of a spreadsheet is 1 January 1900, and it believes in a 29 February of that year.
    const day = new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10);
    return day >= "1910-01-01" && day <= today ? { date: day, repaired: "serial" } : undefined;
  }
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d\d)$/.exec(text.replace(clock, ""));
  if (short) return latestPast(short[1], short[2], short[3], today);
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\d\d)$/i.exec(text);
  const month = months.indexOf(named?.[2]?.toLowerCase() ?? "") + 1;
  return named && month > 0 ? latestPast(String(month), named[1], named[3], today) : undefined;
}

function latestPast(month = "", day = "", year = "", today = ""): ReadDay | undefined {
  const past = ["20", "19"]
    .map((century) => dayOf(`${century}${year}`, month, day))
    .find((date) => date !== undefined && date <= today);
  return past ? { date: past, repaired: "century" } : undefined;
}

const placeholders =
  /^(1[89]00-01-0[01]|1753-01-01|1111-11-11|0001-01-01|9999-\d\d-\d\d|2999-12-31|8888-08-08)$/;

/** Days that stand for "unknown" in other systems, such as 1/1/1900. */
export const isPlaceholderDay = (date: string): boolean => placeholders.test(date);
