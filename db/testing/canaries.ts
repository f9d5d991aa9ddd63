import { parse } from "csv-parse/sync";

/** Something about a made-up patient that must never stand readable in the database. */
export interface Canary {
  kind: "name" | "phone" | "member number" | "birth date" | "zip" | "text";
  value: string;
}

/** Lower case, no accents, everything but letters and digits one space: "Marín, Rosa" is "marin rosa". */
export const wordsOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Everybody in a roster with the columns of public/sample-roster.csv; what cannot be read is left out. */
export function rosterCanaries(csv: string): Canary[] {
  const rows: Record<string, string>[] = parse(csv, {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const all = rows.flatMap((row): Canary[] => [
    { kind: "name", value: row.first_name && row.last_name ? `${row.first_name} ${row.last_name}` : "" },
    { kind: "phone", value: row.phone ?? "" },
    { kind: "member number", value: row.member_id ?? "" },
    { kind: "birth date", value: row.birth_date ?? "" },
    { kind: "zip", value: row.zip ?? "" },
  ]);
  return all.filter((canary) => shapesOf(canary).length > 0);
}

/** A roster, or one canary a line: what has ten or eleven digits and no letters is a phone, the rest is looked for as it stands. */
export function readCanaries(file: string): Canary[] {
  if (/^\W*member_id/.test(file)) return rosterCanaries(file);
  const lines = file.split(/\r?\n/).filter((line) => wordsOf(line) !== "");
  return lines.map((value) => ({ kind: national(value) ? "phone" : "text", value }));
}

/** How a canary could be written, in words as `wordsOf` makes them. None when there is nothing to look for. */
export function shapesOf({ kind, value }: Canary): string[] {
  if (kind === "phone") return phoneShapes(value);
  if (kind === "birth date") return dateShapes(value);
  // Three digits of a ZIP code stand in clear, five do not.
  if (kind === "zip") return /^\d{5}(-\d{4})?$/.test(value) ? [value.slice(0, 5)] : [];

  const words = wordsOf(value);
  const parts = words.split(" ");
  // A first name alone is also a nurse's; a single word alone is also anybody's.
  if (kind === "name")
    return parts.length > 1
      ? [
          words,
          parts.join(""),
          [...parts.slice(1), parts[0]].join(" "),
          [...parts.slice(1), parts[0]].join(""),
        ]
      : [];
  return words.length < 4 ? [] : [...new Set([words, parts.join("")])];
}

/** The ten digits of a North American number, if it is one. */
function national(text: string): string | undefined {
  return /\p{L}/u.test(text) ? undefined : /^1?(\d{10})$/.exec(text.replace(/\D/g, ""))?.[1];
}

function phoneShapes(text: string): string[] {
  const digits = national(text);
  if (!digits) return [];
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return [
    `1${digits}`,
    digits,
    `${exchange}${line}`,
    `1 ${area} ${exchange} ${line}`,
    `${area} ${exchange} ${line}`,
    `${exchange} ${line}`,
    `${area} ${exchange}${line}`,
  ];
}

function dateShapes(text: string): string[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : us ? [us[3], us[1], us[2]] : [];
  // A newborn's date would be found in every timestamp.
  if (!year || !month || !day || Number(year) > 2020) return [];
  const [mm, dd] = [month.padStart(2, "0"), day.padStart(2, "0")];
  const short = `${Number(month)} ${Number(day)} ${year}`;
  return [
    ...new Set([
      `${year} ${mm} ${dd}`,
      `${mm} ${dd} ${year}`,
      short,
      `${year}${mm}${dd}`,
      `${mm}${dd}${year}`,
    ]),
  ];
}
