import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { NotTextable, PhoneProblem } from "./types";

export type ParsedPhone =
  | { ok: true; e164: string; notTextable: NotTextable | null }
  | { ok: false; reason: PhoneProblem };

/** Reads a number as people type it and spreadsheets damage it. Without a country code it is a US number. */
export function parsePhone(raw: string): ParsedPhone {
  // Nearly all of a roster's, and what follows would change nothing of them but a spreadsheet's ".0000".
  const asItStands = plain.test(raw) && !raw.endsWith(".0000");
  const text = asItStands ? raw : withoutLabels(raw);
  if (text === "") return { ok: false, reason: "empty" };
  // 3.12556E+09: the last digits are gone, and a guess would be somebody else's phone.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return { ok: false, reason: "damaged" };
  const [, area, exchange, line = ""] = plain.exec(text) ?? [];
  if (area) return ofExchange(`+1${area}${exchange}`, line);
  if ((text.match(/\d{3}\D{0,3}\d{3}\D{0,2}\d{4}(?!\d)/g) ?? []).length > 1)
    return { ok: false, reason: "several" };
  return parseAny(text);
}

const plain = /^(?:\+?1[ .-]?)?\(?([2-9]\d\d)\)?[ .-]{0,2}([2-9]\d\d)[ .-]?(\d{4})$/;

// The library takes most of the time of reading a roster, and its answer is the same for a whole exchange.
const exchanges = new Map<string, ParsedPhone>();
const mostExchanges = 20_000;

function ofExchange(exchange: string, line: string): ParsedPhone {
  let parsed = exchanges.get(exchange);
  if (!parsed) {
    parsed = parseAny(exchange + line);
    if (exchanges.size >= mostExchanges) exchanges.clear();
    exchanges.set(exchange, parsed);
  }
  return parsed.ok ? { ...parsed, e164: exchange + line } : parsed;
}

function parseAny(text: string): ParsedPhone {
  const number = parsePhoneNumberFromString(text, "US");
  if (!number?.isValid() || isServiceExchange(number.number)) return { ok: false, reason: "unreadable" };
  return { ok: true, e164: number.number, notTextable: notTextable(number) };
}

/** Numbers that nobody can own: NPA-555-01XX, and area codes with a middle 9, which are never assigned. */
export const isFictional = (e164: string): boolean => /^\+1[2-9](\d\d55501\d\d|9\d{8})$/.test(e164);

/** "(318) 555-0114"; from abroad "+44 20 7946 0958"; a short code as its digits. */
export function displayPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164, "US");
  if (!number || !e164.startsWith("+")) return e164;
  return number.countryCallingCode === "1" ? number.formatNational() : number.formatInternational();
}

function withoutLabels(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(/\([^)\d]*\)/g, " ")
    .replace(/\b(cell|mobile|home|work|phone|tel|cel|celular|casa|h|c|m|w)\b[.:]?/gi, " ")
    .replace(/\*/g, " ")
    .trim()
    .replace(/^(\+?\d+)\.0+$/, "$1");
}

// The library takes 312-911-1234 for a valid number. No exchange is an N11 code.
const isServiceExchange = (e164: string) => /^\+1\d{3}[2-9]11/.test(e164);

const territories: readonly (string | undefined)[] = ["US", "PR", "GU", "VI", "AS", "MP"];

function notTextable(number: PhoneNumber): NotTextable | null {
  if (!territories.includes(number.country))
    return number.getType() === "TOLL_FREE" ? "toll_free" : "foreign";
  if (number.ext) return "extension";
  switch (number.getType()) {
    case "TOLL_FREE":
      return "toll_free";
    case "PREMIUM_RATE":
    case "SHARED_COST":
      return "premium";
    case "MOBILE":
    case "FIXED_LINE":
    case "FIXED_LINE_OR_MOBILE":
      return null;
    default:
      return "special";
  }
}
