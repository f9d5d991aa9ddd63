import { namePrefixIndex } from "./blind-index";

const shortest = 3;
const longest = 8;

/** The parts of a name as they are compared: no accents, no case, no marks; "O'Hara-Núñez" is ohara and nunez. */
export const namePartsOf = (name: string): string[] =>
  (
    name
      .normalize("NFKD")
      .replace(/[\p{M}'’ʼ.]/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 12);

/** What a record is found by: the beginnings of each part, 3 to 8 letters long. */
export function nameIndexOf(name: string): number[] {
  const found = new Set<number>();
  for (const part of namePartsOf(name)) for (const index of indexesOf(part)) found.add(index);
  return [...found];
}

// Names repeat: most of a roster's have been asked for before.
const known = new Map<string, readonly number[]>();
const mostKnown = 20_000;

function indexesOf(part: string): readonly number[] {
  const before = known.get(part);
  if (before) return before;
  const indexes = prefixesOf(part).map(namePrefixIndex);
  if (known.size >= mostKnown) known.clear();
  known.set(part, indexes);
  return indexes;
}

function prefixesOf(part: string): string[] {
  const letters = [...part];
  if (letters.length <= shortest) return [part];
  const lengths = Array.from(
    { length: Math.min(letters.length, longest) - shortest + 1 },
    (_, i) => shortest + i,
  );
  return lengths.map((length) => letters.slice(0, length).join(""));
}

/** What must all stand in a record's index for these words to be found in it; those of under 3 letters only as a whole. */
export const wantedPrefixes = (words: string): number[] =>
  namePartsOf(words).map((part) => namePrefixIndex([...part].slice(0, longest).join("")));

/** Whether each word begins a part of the name: what the index promises, asked again of the unsealed name. */
export function nameMatches(name: string, words: string): boolean {
  const parts = namePartsOf(name);
  return namePartsOf(words).every((word) => parts.some((part) => part.startsWith(word)));
}
