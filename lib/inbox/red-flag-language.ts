import { type Heard, matchAt, type Pattern, patternOf } from "./red-flag-pattern";
import type { Token } from "./red-flag-reading";
import type { FlagLanguage, LoweringWords } from "./red-flag-signs";
import { readingsOf, type Spelling, sounding, spellingOf, squeezed } from "./red-flag-spelling";
import type { FlagPriority, FlagRule } from "./red-flag-types";

export interface Sign {
  rule: FlagRule;
  priority: FlagPriority;
}

/** A sign that was found, with the places of its words among the tokens. */
export interface Hit extends Sign {
  places: number[];
}

type Phrases = Pick<
  LoweringWords,
  "hypothetical" | "longAgo" | "was" | "over" | "ended" | "strangers" | "idioms"
>;

/** A language ready to be heard. */
export interface Hearing {
  spelling: Spelling;
  signs: Index<Sign>;
  phrases: { [name in keyof Phrases]: Index<null> };
  words: { [name in Exclude<keyof LoweringWords, keyof Phrases>]: ReadonlySet<string> };
}

/** Patterns by the words with which they can begin, so that a text is not held against each of them. */
export interface Index<Meaning> {
  byFirst: Map<string, Entry<Meaning>[]>;
  others: Entry<Meaning>[];
  /** Short ones as one word: "cantbreathe". */
  run: Map<string, Meaning>;
}

interface Entry<Meaning> {
  pattern: Pattern;
  meaning: Meaning;
}

const phraseNames = ["hypothetical", "longAgo", "was", "over", "ended", "strangers", "idioms"] as const;

export function hearingOf({
  language,
  groups,
  slips,
  misspelled,
  everyday,
  signs,
  lowering,
}: FlagLanguage): Hearing {
  const key = language === "es" ? sounding : squeezed;
  const known = new Set<string>();
  const read = <Meaning>(lists: string[], meaning: Meaning): Entry<Meaning>[] =>
    lists
      .flatMap((list) => list.split(","))
      .filter((written) => written.trim() !== "")
      .map((written) => ({ pattern: patternOf(written, groups, key), meaning }));
  const signEntries = signs.flatMap((part) =>
    Object.entries(part).flatMap(([rule, byPriority]) =>
      Object.entries(byPriority).flatMap(([priority, lists]) => read(lists, { rule, priority } as Sign)),
    ),
  );
  for (const { pattern } of signEntries)
    for (const { keys } of pattern.slots) for (const word of keys) known.add(word);
  const indexOfPhrases = (name: (typeof phraseNames)[number]) => indexed(read(lowering[name], null));
  const setOf = (words: string) => new Set(words.split("|").map(key));
  return {
    spelling: spellingOf(key, { known, slips, misspelled, everyday }),
    signs: indexed(signEntries, true),
    phrases: Object.fromEntries(
      phraseNames.map((name) => [name, indexOfPhrases(name)]),
    ) as Hearing["phrases"],
    words: Object.fromEntries(
      Object.entries(lowering).flatMap(([name, words]) =>
        typeof words === "string" ? [[name, setOf(words)]] : [],
      ),
    ) as unknown as Hearing["words"],
  };
}

function indexed<Meaning>(entries: Entry<Meaning>[], runTogether = false): Index<Meaning> {
  const index: Index<Meaning> = { byFirst: new Map(), others: [], run: new Map() };
  for (const entry of entries) {
    const first = entry.pattern.slots[0];
    if (!first || first.mayLack || first.beginnings.length > 0) index.others.push(entry);
    else for (const word of first.keys) index.byFirst.set(word, [...(index.byFirst.get(word) ?? []), entry]);
    if (runTogether) for (const run of runsOf(entry.pattern)) index.run.set(run, entry.meaning);
  }
  return index;
}

/** Long enough to be no other word. */
const shortestRun = 8;

function runsOf({ slots }: Pattern): string[] {
  const isShort = slots.length > 1 && slots.length < 5;
  if (
    !isShort ||
    slots.some(({ beginnings, mayLack, mustLack }) => beginnings.length > 0 || mayLack || mustLack)
  )
    return [];
  if (slots.reduce((product, { keys }) => product * keys.size, 1) > 600) return [];
  return slots
    .reduce<string[]>((runs, { keys }) => runs.flatMap((run) => [...keys].map((word) => run + word)), [""])
    .filter((run) => run.length >= shortestRun);
}

export function heardIn(tokens: Token[], { spelling }: Hearing): Heard {
  const byWord = new Map<string, string[]>();
  const readings = tokens.map(({ word }) => {
    const known = byWord.get(word) ?? readingsOf(word, spelling);
    byWord.set(word, known);
    return known;
  });
  return { readings, begins: tokens.map(({ parted }) => parted === 2) };
}

/** All that an index finds, each with the places of its words. */
export function findAll<Meaning>(
  index: Index<Meaning>,
  heard: Heard,
): { meaning: Meaning; places: number[] }[] {
  return heard.readings.flatMap((readings, start) => {
    const entries = [...readings.flatMap((reading) => index.byFirst.get(reading) ?? []), ...index.others];
    const found = entries.flatMap(({ pattern, meaning }) => {
      const places = matchAt(pattern, heard, start);
      return places && places.length > 0 ? [{ meaning, places }] : [];
    });
    const run = readings.map((reading) => index.run.get(reading)).find((meaning) => meaning !== undefined);
    return run === undefined ? found : [...found, { meaning: run, places: [start] }];
  });
}
