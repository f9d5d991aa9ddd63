import { isPlaceholder } from "./cells";

export interface ReadName {
  name: string;
  /** It was written last name first. */
  swapped: boolean;
}

const suffix = /^(jr|sr|ii|iii|iv)\.?$/i;

const said = (text: string) => (isPlaceholder(text, { isName: true }) ? "" : text);

/** The name in the order in which it is spoken. "Marín, Rosa" in one cell is Rosa Marín, wherever that cell stands. */
export function readName(parts: { full: string; first: string; middle: string; last: string }): ReadName {
  const [full, first, last] = [said(parts.full), said(parts.first), said(parts.last)];
  if (first !== "" && last !== "" && !first.includes(",") && !last.includes(", "))
    return { name: joined(first, said(parts.middle), last), swapped: false };
  if (full === "" && first !== "" && first === last) return turned(first);
  const { name, swapped } = turned(full || joined(first, last));
  return full === "" ? { name: joined(name, said(parts.middle)), swapped } : { name, swapped };
}

function turned(text: string): ReadName {
  const [last = "", first = "", ...more] = text.split(/\s*,\s*/);
  if (first === "" || suffix.test(first)) return { name: text.replace(/,\s*$/, ""), swapped: false };
  return { name: joined(first, last, ...more), swapped: true };
}

const joined = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

/** Rows that somebody put into a system to try it out. */
export const isTestName = (name: string): boolean =>
  /^(zz+ ?test|test (patient|member|record|test)|(patient|member) test|do not use|dummy)\b/i.test(name);
