import type { SegmentCount } from "@/lib/messaging/types";
import { dollars } from "@/lib/programs/types";

/** "79 characters, 1 segment ($0.0075) for Rosa." */
export function sizeWords(count: SegmentCount, costMicros: number, whom: string): string {
  const { characters, segments } = count;
  return `${many(characters, "character")}, ${many(segments, "segment")} (${dollars(segments * costMicros)}) for ${whom}.`;
}

/** What the letters of a text do to its segments, and that it leaves as it is. */
export function encodingWords(count: SegmentCount): string {
  const { segments, segmentsWithout, encoding, forcing } = count;
  if (encoding === "GSM-7")
    return segments > 1 ? "Each segment holds 153 characters." : "One segment holds 160 characters.";
  if (forcing.some((letter) => /\p{Script=Han}/u.test(letter)))
    return segments > 1
      ? "In Chinese, each segment holds 67 characters."
      : "In Chinese, one segment holds 70 characters.";
  const { words, makes } = lettersOf(forcing);
  return segments > segmentsWithout
    ? `${words} ${makes ? "makes" : "make"} this ${many(segments, "segment")} instead of ${segmentsWithout}. It still goes out as written.`
    : `${words} ${makes ? "makes" : "make"} a segment hold ${segments > 1 ? 67 : 70} characters instead of ${segments > 1 ? 153 : 160}. It goes out as written.`;
}

/** Of a reply: what is worth saying, and nothing where it is one plain text. */
export function replyWords(count: SegmentCount, costMicros: number): string {
  const { segments, encoding } = count;
  const encoded = encoding === "UCS-2" ? encodingWords(count) : "";
  if (segments <= 1) return encoded;
  const cost = aboutWords(segments * costMicros);
  if (/^.+ this /.test(encoded)) return cost ? `${encoded} It costs ${cost}.` : encoded;
  return [`This goes out as ${segments} segments${cost && `, ${cost}`}.`, encoded].join(" ").trim();
}

/** "about $0.02"; nothing where texts cost nothing. */
const aboutWords = (micros: number): string =>
  micros === 0
    ? ""
    : micros < 10_000
      ? "under one cent"
      : `about $${(Math.round(micros / 10_000) / 100).toFixed(2)}`;

const mostNamed = 3;

/** "á and í", "á, í, ó and 2 more". Joiners and skin colours of emoji are not seen alone. */
function lettersOf(forcing: string[]): { words: string; makes: boolean } {
  const seen = forcing.filter(
    (letter) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) && !/\p{Emoji_Modifier}/u.test(letter),
  );
  if (seen.length === 0) return { words: "A sign that cannot be seen", makes: true };
  const named = seen.slice(0, mostNamed);
  const rest = seen.length - named.length;
  const parts = rest > 0 ? [...named, `${rest} more`] : named;
  const last = parts.at(-1) ?? "";
  const words = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${last}` : last;
  return { words, makes: parts.length === 1 };
}

const many = (n: number, noun: string) => `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
