import { bareLetters, blank, literally } from "./bare-letters";
import { dateFindings } from "./outgoing-dates";
import { identifierFindings } from "./outgoing-identifiers";
import { linkFindings } from "./outgoing-links";
import { otherNameFindings, writtenNameFindings } from "./outgoing-names";
import { replyWordFindings } from "./outgoing-reply-words";
import {
  chineseHealthWords,
  exactHealthWords,
  harmlessPhrases,
  healthWords,
  stopWording,
} from "./outgoing-words";
import { normaliseText } from "./segments";
import { type Finding, longestText } from "./types";

/** Where a text goes and who must not be read out of it. */
export interface TextSituation {
  brand: string;
  /** The first text that its reader gets from us: it names who writes and says how to stop. */
  first: boolean;
  /** For what counts as a date of birth. */
  now: Date;
  /** BCP 47; the wording for stopping is asked for in it. Without one, that of any language will do. */
  language?: string;
  /** A campaign's text, with its fields not filled in: it greets nobody by a name. */
  template?: boolean;
  /** Whose names must not be in it, and who it is about. */
  otherNames?: readonly string[];
  ownNames?: readonly string[];
  /** Hosts that it may link to, besides those of every text. */
  allowedLinks?: readonly string[];
}

/** What is wrong with a text that is about to leave, in the order of reading; empty when nothing is. Law 6. */
export function checkText(written: string, situation: TextSituation): Finding[] {
  const text = normaliseText(written);
  const { brand, first, now, template, otherNames = [], ownNames = [], allowedLinks = [] } = situation;
  if (text === "") return [{ code: "no_text", sentence: "There is no text yet." }];

  // Fields and our own name are no finding, whatever they are made of.
  const own = withoutBrand(text.replace(/\{[^{}]*\}/g, blank), brand);
  const links = linkFindings(own, allowedLinks);
  const dates = dateFindings(links.rest, now);
  const found = [
    ...(text.length > longestText ? [tooLong] : []),
    ...healthFindings(own),
    ...dates.found,
    ...identifierFindings(dates.rest),
    ...otherNameFindings(own, otherNames.map(normaliseText), ownNames.map(normaliseText)),
    ...(template ? writtenNameFindings(text, brand) : []),
    ...links.found,
    ...replyWordFindings(text),
    ...(first ? firstFindings(text, situation) : []),
  ];
  return [...new Map(found.map((finding) => [finding.sentence, finding])).values()];
}

/** Whole words, where words are parted by spaces. */
function brandPattern(brand: string): RegExp {
  const bare = bareLetters(normaliseText(brand));
  const isChinese = /\p{Script=Han}/u.test(bare);
  const [before, after] = isChinese ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
  return new RegExp(before + literally(bare) + after, "gu");
}

/** "Valley Women's Health" may call itself so. */
const withoutBrand = (text: string, brand: string): string =>
  [...bareLetters(text).matchAll(brandPattern(brand))].reduce(
    (rest, { 0: found, index }) => rest.slice(0, index) + blank(found) + rest.slice(index + found.length),
    text,
  );

const tooLong: Finding = { code: "too_long", sentence: `It is longer than ${longestText} characters.` };

const asPattern = (words: string) =>
  words
    .split("*")
    .map((part) => literally(part).replaceAll(/[ -]/g, "[\\s/-]+"))
    .join("\\p{L}*");
// The longest first, so that a phrase is quoted rather than its first word.
const whole = (words: readonly string[], flags: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words
      .toSorted((a, b) => b.length - a.length)
      .map(asPattern)
      .join("|")})(?![\\p{L}\\p{N}])`,
    flags,
  );

const health = whole(healthWords, "gu");
const exactHealth = whole(exactHealthWords, "gu");
const chineseHealth = new RegExp(chineseHealthWords.map(bareLetters).join("|"), "gu");
const harmless = whole(harmlessPhrases, "gu");
const mostQuoted = 3;

/** Words by which a text would say, to whoever reads the lock screen, what it is about. */
function healthFindings(text: string): Finding[] {
  const bare = bareLetters(text).replace(harmless, blank);
  const hits = [...bare.matchAll(health), ...text.matchAll(exactHealth), ...bare.matchAll(chineseHealth)]
    .sort((a, b) => a.index - b.index)
    // "OB" within "OB/GYN" is said once.
    .filter((hit, at, all) => all.slice(0, at).every((other) => hit.index >= other.index + other[0].length));
  const words = new Map(hits.map(({ 0: hit, index }) => [hit, text.slice(index, index + hit.length)]));
  if (words.size === 0) return [];
  const quote = [...words.values()].slice(0, mostQuoted).map((word) => `“${word}”`);
  return [
    {
      code: "health_word",
      quote: quote.join(", "),
      sentence: `${quote.join(", ")} ${quote.length > 1 ? "say" : "says"} something about health. Texts are not private: keep them neutral and let the patient ask for a call.`,
    },
  ];
}

function firstFindings(text: string, { brand, language, template }: TextSituation): Finding[] {
  const found: Finding[] = [];
  if (!text.includes("{brand}") && !brandPattern(brand).test(bareLetters(text)))
    found.push({
      code: "no_brand",
      sentence: `It does not say who writes. Name ${brand}${template ? ", or use {brand}" : ""}.`,
    });
  const ofLanguage = stopWording[language?.toLowerCase().split("-")[0] ?? ""];
  const accepted = ofLanguage ? [ofLanguage] : Object.values(stopWording);
  if (!accepted.some(({ patterns }) => patterns.some((pattern) => pattern.test(text))))
    found.push({
      code: "no_stop_wording",
      sentence: `It does not say how to stop. End with “${accepted[0]?.example}”${ofLanguage ? "" : " or the same in its language"}.`,
    });
  return found;
}
