import type { SegmentCount } from "./types";

const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** An escape and a character: two places. */
const extended = new Set("\f^{}\\[~]|€");

const septets = { alone: 160, inParts: 153 };
const units = { alone: 70, inParts: 67 };

/** How a text is cut and charged, on the server and in the browser. 3GPP TS 23.038 (alphabet) and 23.040 (parts). */
export function segmentsOf(text: string): SegmentCount {
  return count(tidy(text));
}

/** Whether a text, as it came, is exactly as long as a full part: then the next one may go on from it. */
export function isFullPart(text: string): boolean {
  // A stranger chooses the length.
  if (text.length < units.inParts || text.length > septets.alone) return false;
  const { segments, encoding, characters } = count(text);
  const full = encoding === "GSM-7" ? septets : units;
  return segments === 1 && (characters === full.alone || characters === full.inParts);
}

function count(text: string): SegmentCount {
  const letters = [...text];
  const inSeptets = letters.map((letter) => (extended.has(letter) ? 2 : 1));
  const forcing = [...new Set(letters.filter((letter) => !basic.has(letter) && !extended.has(letter)))];
  const segmentsWithout = partsOf(inSeptets, septets);
  if (forcing.length === 0)
    return {
      encoding: "GSM-7",
      segments: segmentsWithout,
      characters: sum(inSeptets),
      forcing,
      segmentsWithout,
    };
  const inUnits = letters.map((letter) => letter.length);
  return {
    encoding: "UCS-2",
    segments: partsOf(inUnits, units),
    characters: text.length,
    forcing,
    segmentsWithout,
  };
}

/** Dividing is wrong at the borders: neither an escape pair nor a surrogate pair is cut in two. */
function partsOf(sizes: number[], room: { alone: number; inParts: number }): number {
  if (sizes.length === 0) return 0;
  if (sum(sizes) <= room.alone) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room.inParts) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

const tidy = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/**
 * What really leaves: NFC, LF, no space at the ends, and the signs that word processors and phones put in
 * written the way every phone has them. Letters and their accents stay, and so do the signs of a Chinese text.
 */
export function normaliseText(text: string): string {
  const folded = tidy(text).replace(unseen, "").replace(fullWidthLetters, narrow);
  return tidy(hasOtherScript.test(folded) ? folded : plain(folded));
}

function plain(text: string): string {
  return (
    text
      // Marks of direction come with a phone number that was copied from a list of contacts.
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/[\uff01-\uff5e]/g, narrow)
      .replace(/[\u2018-\u201b\u2032\u2039\u203a`\u00b4]/g, "'")
      .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replaceAll("\u2026", "...")
      .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replace(/[\u2028\u2029]/g, "\n")
  );
}

const narrow = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
const fullWidthLetters = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
/** Scripts with signs of their own, where a curly quote or a mark of direction says something. */
const hasOtherScript =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Arabic}|\p{Script=Hebrew}/u;
// Joiners hold an emoji or an Indic letter together: they go only after Latin letters, figures and signs.
const unseen = /[\u00ad\u200b\u2060\ufeff]|(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]/gu;
