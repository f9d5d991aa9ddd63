import { bareLetters, literally } from "./bare-letters";
import { generalGreetings, nameParticles, ordinaryNames } from "./outgoing-name-words";
import type { Finding } from "./types";

const wordsOf = (name: string) => name.split(/[^\p{L}\p{M}']+/u).filter((word) => word !== "");

/** Names of others in a text, whole or in part. What `own` is called as well gives nobody away. */
export function otherNameFindings(
  text: string,
  others: readonly string[],
  own: readonly string[],
): Finding[] {
  const ownWords = new Set(own.flatMap(wordsOf).map(bareLetters));
  const found = others.flatMap((name) => {
    if (/\p{Script=Han}/u.test(name)) return chineseName(text, name, own);
    const words = wordsOf(name).filter((word) => !ownWords.has(bareLetters(word)) && !isParticle(word));
    return words.flatMap((word) => spelt(text, word));
  });
  return [...new Set(found)].map((quote) => ({
    code: "other_name",
    quote,
    sentence: `“${quote}” is the name of another patient on this phone. Whoever holds it reads along: leave the name out.`,
  }));
}

const isParticle = (word: string) => word.length < 2 || nameParticles.has(bareLetters(word));

/** Nurses type names in small letters too. A name that is also a word counts only where it is written as a name. */
function spelt(text: string, word: string): string[] {
  const bare = bareLetters(word);
  const asName = word.length < 3 || ordinaryNames.has(bare);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}{_])${literally(bare)}(?:'s)?(?![\\p{L}\\p{N}_}])`, "gu");
  for (const { 0: match, index } of bareLetters(text).matchAll(pattern)) {
    const quote = text.slice(index, index + bare.length);
    const before = text.slice(0, index);
    const after = text.slice(index + match.length);
    if (!asName) return [quote];
    // At the start of a sentence every word has a capital, and "May 5" and "5 May" are dates.
    const starts = /(?:^|[.!?\n:;]["']?\s*|[¿¡])$/.test(before);
    const isDate = /^\.?\s*\d/.test(after) || /\d(?:st|nd|rd|th)?\s*(?:de|of)?\s*$/.test(before);
    const isName = match.endsWith("'s") || /^\s*[,!]/.test(after);
    if (/^\p{Lu}/u.test(quote) && (isName || (!starts && !isDate))) return [quote];
  }
  return [];
}

/** The whole name, or what one is called by: the last two characters of three or four. */
function chineseName(text: string, name: string, own: readonly string[]): string[] {
  const whole = name.replace(/\s/g, "");
  const given = [...whole].slice(-2).join("");
  return [whole, given]
    .filter((n) => n.length > 1 && text.includes(n) && !own.some((o) => o.includes(n)))
    .slice(0, 1);
}

const greeting =
  /(?<!\p{L})(?:hi|hello|hey|dear|hola|estimad[oa]s?|querid[oa]s?|good (?:morning|afternoon|evening)|buen[oa]s (?:d[ií]as|tardes|noches))(,?)[ \t]+(?:(?:mr|mrs|ms|miss|dr|sr|sra|srta)\.?\s+)?(\p{Lu}[\p{L}\p{M}'-]*)/giu;
const chineseGreeting =
  /(?:^|[。！，,!\s}])(?:尊敬的|亲爱的|親愛的)?(\p{Script=Han}{1,3})(?:先生|女士|小姐|太太)|^(\p{Script=Han}{2,4})[，,]?(?:您好|你好)/gu;
const everybody = /大家|各位|家长|家長|朋友|患者|病人|会员|會員|诊所|診所|中心|医院|醫院|团队|團隊/;

/** A name written out where the field for it belongs: everybody would be greeted by it. */
export function writtenNameFindings(text: string, brand: string): Finding[] {
  const brandWords = new Set(wordsOf(brand).map(bareLetters));
  const names = [
    ...[...text.matchAll(greeting)]
      // The pattern takes any case for the greeting, so the name's is looked at here; and after "Hi, " any
      // sentence may begin.
      .filter(({ 0: whole, 1: comma, 2: name = "", index }) => {
        const after = text.slice(index + whole.length);
        return /^\p{Lu}/u.test(name) && (comma === "" || /^\s*(?:[,!.:;-]|$)/.test(after));
      })
      .map(([, , name = ""]) => name)
      .filter((name) => !generalGreetings.has(bareLetters(name)) && !brandWords.has(bareLetters(name))),
    ...[...text.matchAll(chineseGreeting)]
      .map(([, titled, plain]) => titled ?? plain ?? "")
      .filter((name) => !everybody.test(name) && !brand.includes(name)),
  ];
  return [...new Set(names)].map((quote) => ({
    code: "written_name",
    quote,
    sentence: `Everybody would be greeted as “${quote}”. Use {first_name} instead.`,
  }));
}
