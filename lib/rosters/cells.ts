import { stateNames } from "@/lib/patients/state-zones";

/** True, false, null when the cell is empty, undefined when it cannot be read. */
export function readConsent(text: string): boolean | null | undefined {
  const word = text.toLowerCase();
  if (word === "") return null;
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

const yes = new Set("y,yes,1,x,t,true,si,sí,given,granted,agreed,ok,opt-in,opt in,optin,opted in".split(","));
const no = new Set(
  "n,no,0,f,false,declined,refused,revoked,withdrawn,opt-out,opt out,optout,opted out,stop".split(","),
);

/** What a membership status says of somebody; null when the cell is empty, undefined when it cannot be read. */
export function readStatus(text: string): "active" | "moved" | "deceased" | null | undefined {
  if (text === "") return null;
  const word = text.toLowerCase().replace(/[^a-z0-9 ]/g, "");
  if (/^(a|act|active|enrolled|eligible|current|open|effective|living|alive)$/.test(word)) return "active";
  if (/^(d|dec|deceased|dead|died|death)\b/.test(word)) return "deceased";
  return /^(t|i|term|termed|terminated|disenrolled|inactive|cancelled|canceled|closed|moved|lost|left|ineligible)\b/.test(
    word,
  )
    ? "moved"
    : undefined;
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

/** The five digits of a ZIP code, whose leading zeros a spreadsheet may have eaten. */
export function readZip(text: string): string | null {
  const digits = /^(\d{3,5})(\.0+)?(-\d{4})?$/.exec(text)?.[1] ?? /^(\d{5})\d{4}$/.exec(text)?.[1];
  return digits ? digits.padStart(5, "0") : null;
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");

const stateByLetters = new Map([
  ...Object.entries(stateNames).flatMap(([code, name]) => [
    [lettersOf(code), code] as const,
    [lettersOf(name), code] as const,
  ]),
  ["washingtondc", "DC"],
  ["usvirginislands", "VI"],
]);

/** The USPS code of a state or territory that is written as its code or its name. */
export const readState = (text: string): string | undefined => stateByLetters.get(lettersOf(text));

const zoneWords: Record<string, string> = {
  "America/New_York": "e eastern",
  "America/Chicago": "c central",
  "America/Denver": "m mountain",
  "America/Phoenix": "arizona",
  "America/Los_Angeles": "p pacific",
  "America/Anchorage": "ak alaska alaskan",
  "Pacific/Honolulu": "h hawaii hawaiian",
  "America/Puerto_Rico": "a atlantic",
  "Pacific/Guam": "ch chamorro",
  "Pacific/Pago_Pago": "samoa",
};
const zoneByWord = new Map(
  Object.entries(zoneWords).flatMap(([zone, words]) => words.split(" ").map((word) => [word, zone] as const)),
);

/** An IANA zone of its name or of plain words: "Eastern", "pacific time", "CST", "Mountain Standard Time (US)". */
export function readTimeZone(text: string): string | undefined {
  // What Windows calls so is Arizona's.
  if (/^us mountain standard time$/i.test(text)) return "America/Phoenix";
  const words = text
    .toLowerCase()
    .replace(/\(.*?\)/g, "")
    .replace(/\b(us|standard|daylight|time|zone)\b/g, "");
  const word = lettersOf(words);
  // Words come first: as names of IANA, EST and MST never change to summer time.
  const zone = zoneByWord.get(word) ?? zoneByWord.get(/^([a-z]{1,2}?)[sd]?t$/.exec(word)?.[1] ?? "");
  return zone ?? (text.includes("/") ? ianaZone(text) : undefined);
}

function ianaZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const nothing = new Set(
  "n/a,na,n.a.,#n/a,#ref!,#value!,#name?,null,nil,none,-,--,---,.,?,??,unknown,unk,tbd,blank,(blank),(null),not available,not on file".split(
    ",",
  ),
);

/** Whether a cell says that nothing is there. Null and None are also people: a name is only empty in capitals or small. */
export const isPlaceholder = (text: string, { isName = false } = {}): boolean =>
  text.length < 15 && nothing.has(text.toLowerCase()) && !(isName && /^(Null|None|Na|Unk)$/.test(text));

/** One line without what nobody sees: marks of direction, hard spaces, and what a spreadsheet puts before text. */
export function tidy(cell: string): string {
  // Most cells are plain, and there are millions of them.
  if (/^[\w.@/,:()-]*$/.test(cell)) return cell;
  return cell
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/^="(.*)"$/, "$1")
    .replace(/^'(?=[\d+=@-])/, "");
}
