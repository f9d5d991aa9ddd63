/** How a word is compared: without doubled letters, which people shout and miss; figures stay, and who fell does not feel. */
export const squeezed = (word: string): string =>
  word === "fell" ? word : word.replace(/([a-z])\1+/g, "$1");

/** Spanish as it sounds, for who writes it by ear: "veve", "aogando", "combulsion", "inchado". */
export const sounding = (word: string): string => (writtenByEar.test(word) ? respelled(word) : word);

/** All that respelling changes, for most words hold none of it. */
const writtenByEar = /[cghqvz]|n[bp]|([a-z])\1/;

const respelled = (word: string): string =>
  squeezed(
    squeezed(word.replace(/(?<=[aeiou]|^)ll+(?=[aeiou])/g, "y"))
      .replace(/qu(?=[ei])/g, "k")
      .replace(/ch/g, "C")
      .replace(/c(?=[ei])|z/g, "s")
      .replace(/c|q/g, "k")
      .replace(/C/g, "ch")
      .replace(/v/g, "b")
      .replace(/g(?=[ei])/g, "j")
      .replace(/(?<!c)h/g, "")
      .replace(/n(?=[bp])/g, "m"),
  );

/** How many slips a word of this length may have and still be read as another one. */
const slipsAllowed = (length: number): number => (length >= 10 ? 2 : length >= 6 ? 1 : 0);

export interface Spelling {
  key: (word: string) => string;
  /** All keys of which signs are made. */
  known: ReadonlySet<string>;
  byFirst: ReadonlyMap<string, string[]>;
  slips: ReadonlyMap<string, string>;
  everyday: ReadonlySet<string>;
}

interface Words {
  known: ReadonlySet<string>;
  slips: Record<string, string>;
  misspelled: string;
  everyday: string;
}

export function spellingOf(
  key: (word: string) => string,
  { known, slips, misspelled, everyday }: Words,
): Spelling {
  const byFirst = new Map<string, string[]>();
  for (const word of new Set(misspelled.split(/\s+/).map(key))) {
    const first = word.slice(0, 1);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const slipKeys = Object.entries(slips).flatMap(([meant, written]) =>
    written.split(" ").map((word) => [key(word), key(meant)] as const),
  );
  return { key, known, byFirst, slips: new Map(slipKeys), everyday: new Set(everyday.split(/\s+/).map(key)) };
}

/** The keys that a written word may stand for. */
export function readingsOf(word: string, { key, known, byFirst, slips, everyday }: Spelling): string[] {
  const own = key(word);
  const slip = slips.get(own);
  if (slip !== undefined) return [own, slip];
  if (known.has(own) || everyday.has(own) || own.length < 5 || own.length > 24) return [own];
  const near = (byFirst.get(own.slice(0, 1)) ?? []).filter((meant) => {
    const most = slipsAllowed(meant.length);
    return Math.abs(meant.length - own.length) <= most && distance(own, meant, most) <= most;
  });
  return [own, ...near];
}

/** Letters too many, too few, wrong or swapped with their neighbour; more than `most` may be said as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let steps = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        steps = Math.min(steps, (older[column - 2] ?? 0) + 1);
      next.push(steps);
    }
    if (Math.min(...next) > most) return most + 1;
    older = last;
    last = next;
  }
  return last[b.length] ?? most + 1;
}
