import { type ParsedPhone, parsePhone } from "@/lib/patients/phone-number";

export type ReadPhone = ParsedPhone & {
  /** Of several in one cell, the only one that is called mobile. */
  chosen?: true;
};

const oneNumber = /\+?1?[ .-]*\(?\d{3}\)?\D{0,2}\d{3}\D?\d{4}(?!\d)/g;
const mobile = /\b(c|m|cell|cel|celular|mobile|mob|móvil)\b/i;

/** A phone cell. Of several numbers one is taken only where the cell itself says which is the mobile. */
export function readPhone(cell: string): ReadPhone {
  const parsed = parsePhone(cell);
  if (parsed.ok || parsed.reason !== "several") return parsed;
  const all = partsOf(cell).map((part) => ({ isMobile: mobile.test(part), parsed: parsePhone(part) }));
  const read = all.flatMap(({ parsed: each, isMobile }) => (each.ok ? [{ ...each, isMobile }] : []));
  const [first, ...others] = read;
  if (first && read.length === all.length && others.every(({ e164 }) => e164 === first.e164))
    return { ok: true, e164: first.e164, notTextable: first.notTextable };
  const [called, ...more] = read.filter(({ isMobile }) => isMobile);
  return called && more.length === 0
    ? { ok: true, e164: called.e164, notTextable: called.notTextable, chosen: true }
    : parsed;
}

/** Each number with the words around it: those before it up to the last number, and those right after it. */
function partsOf(cell: string): string[] {
  const byMark = cell
    .split(/\s*[/;|\n]\s*|\s*,\s*(?=\D*\d)|\s+(?:or|and|y)\s+/i)
    .filter((part) => /\d/.test(part));
  if (byMark.length > 1) return byMark;
  const found = [...cell.matchAll(oneNumber)];
  return found.map(({ index = 0 }, i) => cell.slice(i === 0 ? 0 : index, found[i + 1]?.index));
}

/** Digits that nobody has: all the same, or as they stand on the keys. */
export function isPlaceholderPhone(cell: string): boolean {
  const digits = cell.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  return (
    /^(\d)\1{6,9}$/.test(digits) || /^(1234567890|0123456789|5551234567|5555551212|1231231234)$/.test(digits)
  );
}
