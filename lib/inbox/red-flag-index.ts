import { type Heard, type HeardWord, matchAt, mayMatch, type Pattern } from "./red-flag-pattern";

export interface Entry<Meaning> {
  pattern: Pattern;
  meaning: Meaning;
}

/** Patterns by the words with which they can begin, so that a text is not held against each of them. */
export interface Index<Meaning> {
  byFirst: ReadonlyMap<string, readonly Entry<Meaning>[]>;
  /** Those whose first word may lack or is the beginning of one. */
  loose: readonly Entry<Meaning>[];
  /** Their order, by the id of a choice with which they can begin. */
  looseByFirst: ReadonlyMap<number, readonly number[]>;
  /** Those of which no word is sure to be the first. */
  anywhere: readonly number[];
  /** Short ones as one word: "cantbreathe". */
  run: ReadonlyMap<string, Meaning>;
}

export interface Found<Meaning> {
  meaning: Meaning;
  places: number[];
}

export function indexed<Meaning>(entries: readonly Entry<Meaning>[], runTogether = false): Index<Meaning> {
  const byFirst = new Map<string, Entry<Meaning>[]>();
  const loose: Entry<Meaning>[] = [];
  const looseByFirst = new Map<number, number[]>();
  const anywhere: number[] = [];
  const run = new Map<string, Meaning>();
  for (const entry of entries) {
    const first = entry.pattern.slots[0];
    if (!first || first.mayLack || first.choice.beginnings.length > 0) {
      const order = loose.push(entry) - 1;
      const firsts = firstsOf(entry.pattern);
      if (!firsts) anywhere.push(order);
      else for (const id of firsts) looseByFirst.set(id, [...(looseByFirst.get(id) ?? []), order]);
    } else
      for (const word of first.choice.keys) {
        const known = byFirst.get(word);
        if (known) known.push(entry);
        else byFirst.set(word, [entry]);
      }
    if (runTogether) for (const words of runsOf(entry.pattern)) run.set(words, entry.meaning);
  }
  return { byFirst, loose, looseByFirst, anywhere, run };
}

/** The first word, and the next ones as long as those before may lack. */
function firstsOf({ slots }: Pattern): readonly number[] | undefined {
  const must = slots.findIndex(({ mayLack }) => !mayLack);
  const leading = slots.slice(0, must + 1);
  const isPlain = leading.every(({ gap, mustLack }) => gap === 0 && !mustLack);
  return must >= 0 && isPlain ? leading.map(({ choice }) => choice.id) : undefined;
}

/** Long enough to be no other word. */
const shortestRun = 8;

function runsOf({ slots }: Pattern): string[] {
  const isShort = slots.length > 1 && slots.length < 5;
  if (
    !isShort ||
    slots.some(({ choice, mayLack, mustLack }) => choice.beginnings.length > 0 || mayLack || mustLack)
  )
    return [];
  if (slots.reduce((product, { choice }) => product * choice.keys.size, 1) > 600) return [];
  return slots
    .reduce<string[]>(
      (runs, { choice }) => runs.flatMap((run) => [...choice.keys].map((word) => run + word)),
      [""],
    )
    .filter((run) => run.length >= shortestRun);
}

/** What can be found where a word stands. */
interface Candidates<Meaning> {
  entries: Entry<Meaning>[];
  run: Meaning | undefined;
}

/** All that an index finds, each with the places of its words. */
export function findAll<Meaning>(index: Index<Meaning>, heard: Heard): Found<Meaning>[] {
  const byWord = new Map<HeardWord, Candidates<Meaning>>();
  const found: Found<Meaning>[] = [];
  heard.words.forEach((word, start) => {
    const candidates = byWord.get(word) ?? candidatesOf(index, heard, word);
    byWord.set(word, candidates);
    for (const { pattern, meaning } of candidates.entries) {
      const places = matchAt(pattern, heard, start);
      if (places && places.length > 0) found.push({ meaning, places });
    }
    if (candidates.run !== undefined) found.push({ meaning: candidates.run, places: [start] });
  });
  return found;
}

function candidatesOf<Meaning>(
  { byFirst, loose, looseByFirst, anywhere, run }: Index<Meaning>,
  heard: Heard,
  { readings, ids }: HeardWord,
): Candidates<Meaning> {
  const entries: Entry<Meaning>[] = [];
  for (const reading of readings)
    for (const entry of byFirst.get(reading) ?? []) if (mayMatch(entry.pattern, heard)) entries.push(entry);
  const orders = new Set(anywhere);
  for (const id of ids) for (const order of looseByFirst.get(id) ?? []) orders.add(order);
  for (const order of [...orders].sort((a, b) => a - b)) {
    const entry = loose[order];
    if (entry && mayMatch(entry.pattern, heard)) entries.push(entry);
  }
  const together = readings.find((reading) => run.has(reading));
  return { entries, run: together === undefined ? undefined : run.get(together) };
}
