// Reading takes the time of its length, and a stranger chooses that: what a filing reads is bounded all told, and
// shared evenly, so that no long text takes from a short one.

/** A text's words, and those of the same long text before it. */
export interface ReadableText {
  words: string;
  before: string;
}

/** How many characters are read of each text by itself, and on each side of the seam to what it goes on from. */
export interface Shares {
  own: number;
  seam: number;
}

// Ten parts: phones send no longer text.
const longestRead = 1_600;
// Of fifty texts each is read whole up to 640 characters, and at its seam with 200 on each side, whatever the others are.
const mostOwn = 40_000;
const mostAtSeams = 30_000;
/** One part of a text is read whole in the largest filing. */
const leastRead = 160;
const step = 20;

export const wholeShares: Shares = { own: longestRead, seam: longestRead };

export const sharesOf = (texts: readonly ReadableText[]): Shares => ({
  own: largest(mostOwn, (share) => sum(texts.map((text) => lengthOf(ownParts(text, share))))),
  seam: largest(mostAtSeams, (share) => sum(texts.map((text) => lengthOf(seamParts(text, share))))),
});

/** A text that is longer than its share is read at both ends, each by itself: neither lowers what the other says. */
export const ownParts = ({ words }: ReadableText, share: number): string[] =>
  words.length <= share ? [words] : [words.slice(0, share), words.slice(-share / 4)];

/** What came before, and that together with what goes on from it; nothing where nothing came before. */
export function seamParts(
  { words, before }: ReadableText,
  share: number,
): [before: string, whole: string] | [] {
  const end = before.slice(-share);
  return end === "" ? [] : [end, end + words.slice(0, share)];
}

function largest(most: number, lengthWith: (share: number) => number): number {
  let share = longestRead;
  while (share > leastRead && lengthWith(share) > most) share -= step;
  return share;
}

const lengthOf = (parts: readonly string[]): number => sum(parts.map(({ length }) => length));
const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0);
