import { blank } from "./bare-letters";
import type { Finding } from "./types";

interface Rule {
  code: Finding["code"];
  pattern: RegExp;
  sentence: (found: string) => string;
  /** Whether what the pattern found is what it looks for. */
  holds?: (match: RegExpMatchArray) => boolean;
}

const number = (found: string) =>
  `“${found}” looks like a member or record number. Whoever holds the phone reads it: leave it out.`;
const address = (found: string) =>
  `“${found}” looks like a street address. Say “our clinic”, or “where you live”.`;

/** In this order: what one rule has found, the next does not see. */
const rules: Rule[] = [
  {
    code: "email",
    pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    sentence: (found) => `“${found}” is an e-mail address. Leave it out; patients can answer by text.`,
  },
  {
    code: "social_security",
    pattern: /(?<![\d-])\d{3}([-. ])\d{2}\1\d{4}(?![\d-])/g,
    sentence: () => "It holds what looks like a Social Security number. It never goes by text.",
  },
  {
    code: "social_security",
    pattern:
      /(?<!\p{L})(?:ssn|social security|seguro social)(?!\p{L})(?:[\s:#.,*x-]|(?:ending|ends|last|four|4|digits?|in|with|is|number|no|n[uú]mero|termina|terminado|en|[uú]ltimos|cuatro|d[ií]gitos|es)(?![\p{L}\d]))*\d{4}(?!\d)/giu,
    sentence: () => "It holds a part of a Social Security number. It never goes by text.",
  },
  {
    code: "member_number",
    // Said by the word before it, in three languages.
    pattern:
      /(?:(?<![\p{L}\p{N}])(?:mrn|member|medicaid|medicare|policy|account|acct|chart|record|case|patient|plan|subscriber|group|claim|miembro|afiliad[oa]|expediente|p[oó]liza|cuenta|caso|historia|identificaci[oó]n|id)|会员|會員|病历|病歷|保险|保險|患者|账号|帳號)[\s:：#.,，]*(?:(?:number|no|num|n[uú]mero|id|号码|號碼|编号|編號|号|號|cl[ií]nica|m[eé]dico|is|es|是|为|為|de|#)[\s:：#.,，]*){0,3}([\p{L}]{0,4}-?\d[\p{L}\d-]{3,})/giu,
    sentence: number,
    holds: ([, found = ""]) => (found.match(/\d/g)?.length ?? 0) >= 4 && !isYear(found),
  },
  {
    code: "member_number",
    // Letters and figures mixed, such as VC12345678 or 1EG4-TE5-MK73.
    pattern:
      /(?<![\p{L}\p{N}-])(?=[A-Z\d-]*[A-Z])(?=(?:[A-Z-]*\d){4})[A-Z\d]+(?:-[A-Z\d]+)*(?![\p{L}\p{N}-])/gu,
    sentence: number,
    holds: ([found]) => found.replaceAll("-", "").length >= 7 && !isTime(found),
  },
  {
    code: "address",
    pattern:
      /(?<![\d:.$/-])\d{1,6}[a-d]?\s+(?:(?!(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|am|pm|on|at|in|of|to|the|and|or|from|for|is|by|with|your|our|we|people|blocks?|miles?)\b)[\p{L}\d.'-]+\s+){1,3}(?:street|avenue|ave|road|rd|boulevard|blvd|lane|ln|parkway|pkwy|highway|hwy|terrace|court|drive|place)(?![\p{L}\p{N}])/giu,
    sentence: address,
  },
  {
    code: "address",
    pattern:
      /(?<![\d:.$/-])\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:\p{Lu}[\p{L}'-]+|\d{1,3}(?:st|nd|rd|th))(?:\s+\p{Lu}[\p{L}'-]+)?\s+(?:St|Dr|Ct|Pl|Way|Cir|Ter|Sq)(?![\p{L}\p{N}])\.?(?!\s+\p{Lu})/gu,
    sentence: address,
  },
  {
    code: "address",
    // Typed in small letters, and streets that say no kind, or say it first.
    pattern:
      /(?<![\d:.$/-])\d{2,6}\s+(?:(?!(?:am|pm|at|in|of|to|the|and|or|for|on|by|is)\s)\p{L}{2,}\s+st(?![\p{L}\p{N}])|(?:broadway|bowery|el camino real|embarcadero)(?!\p{L})|(?:calle|avenida|avda|camino|paseo|v[ií]a)\s+\p{L}+)/giu,
    sentence: address,
  },
  {
    code: "address",
    pattern:
      /(?<!\p{L})(?:p\.?\s?o\.?\s?box\s+\d+|(?:calle|avenida|avda\.?|av\.|carretera|bulevar|callej[oó]n|pasaje)\s+(?:[\p{L}\d.'-]+\s+){0,4}(?:#|n[uú]m(?:ero)?\.?|no\.)?\s?\d{1,6}|[\p{Script=Han}]{2,6}(?:路|街|大道|巷|胡同)\s?\d+\s?(?:号|號))/giu,
    sentence: address,
  },
];

const isTime = (found: string) => /^(\d{1,4}[AP]M-?)+$/.test(found);
const isYear = (number: string) => /^(19|20)\d\d$/.test(number);

// Patients are asked to call: a number written the way people write numbers is no identifier.
const phoneNumber = /(?<!\d)(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/g;
const longDigits = /\d(?:[ -]?\d){8,}|\d{7,}/;

/** Numbers and places that say who a patient is. `text` has its dates taken out; phone numbers may stay. */
export function identifierFindings(text: string): Finding[] {
  const found: Finding[] = [];
  let rest = text.replace(phoneNumber, blank);
  for (const { code, pattern, sentence, holds } of rules)
    for (const match of rest.matchAll(pattern)) {
      if (holds && !holds(match)) continue;
      const quote = match[0].trim();
      found.push({ code, quote, sentence: sentence(quote) });
      rest = `${rest.slice(0, match.index)}${blank(match[0])}${rest.slice(match.index + match[0].length)}`;
    }
  const long = longDigits.exec(rest)?.[0];
  if (long)
    found.push({
      code: "long_number",
      quote: long,
      sentence:
        "It holds a long number. Member numbers and dates of birth never go by text; write a phone number as 212-555-0123.",
    });
  return found;
}
