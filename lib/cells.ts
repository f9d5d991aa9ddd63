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

/** A cell as it is read: one kind of letter, one space between words, none around them. */
export const tidy = (cell: string): string => cell.normalize("NFC").replace(/\s+/g, " ").trim();
