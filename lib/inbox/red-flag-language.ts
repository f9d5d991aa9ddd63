import { heardIn, type Vocabulary, vocabularyOf } from "./red-flag-heard";
import { type Entry, type Index, indexed } from "./red-flag-index";
import { type Choices, type Heard, patternOf } from "./red-flag-pattern";
import type { Token } from "./red-flag-reading";
import type { FlagLanguage, LoweringWords } from "./red-flag-signs";
import { type Spelling, sounding, spellingOf, squeezed } from "./red-flag-spelling";
import type { FlagPriority, FlagRule } from "./red-flag-types";

export interface Sign {
  rule: FlagRule;
  priority: FlagPriority;
}

/** A sign that was found, with the places of its words among the tokens. */
export interface Hit extends Sign {
  places: number[];
}

const phraseNames = ["hypothetical", "longAgo", "was", "over", "ended", "strangers", "idioms"] as const;

export type PhraseName = (typeof phraseNames)[number];
export type WordClass = Exclude<keyof LoweringWords, PhraseName>;

/** A language ready to be heard. */
export interface Hearing {
  spelling: Spelling;
  vocabulary: Vocabulary;
  signs: Index<Sign>;
  phrases: Index<PhraseName>;
  words: ReadonlyMap<string, ReadonlySet<WordClass>>;
}

export function hearingOf(language: FlagLanguage): Hearing {
  const { groups, slips, misspelled, everyday, lowering } = language;
  const key = language.language === "es" ? sounding : squeezed;
  const choices: Choices = new Map();
  const read = <Meaning>(lists: string[], meaning: Meaning): Entry<Meaning>[] =>
    lists
      .flatMap((list) => list.split(","))
      .filter((written) => written.trim() !== "")
      .map((written) => ({ pattern: patternOf(written, groups, key, choices), meaning }));
  const signs = language.signs.flatMap((part) =>
    Object.entries(part).flatMap(([rule, byPriority]) =>
      Object.entries(byPriority).flatMap(([priority, lists]) => read(lists, { rule, priority } as Sign)),
    ),
  );
  const known = new Set<string>();
  for (const { pattern } of signs)
    for (const { choice } of pattern.slots) for (const word of choice.keys) known.add(word);
  const phrases = phraseNames.flatMap((name) => read<PhraseName>(lowering[name], name));
  return {
    spelling: spellingOf(key, { known, slips, misspelled, everyday }),
    vocabulary: vocabularyOf(choices.values()),
    signs: indexed(signs, true),
    phrases: indexed(phrases),
    words: classesOf(lowering, key),
  };
}

function classesOf(lowering: LoweringWords, key: (word: string) => string): Hearing["words"] {
  const classes = new Map<string, Set<WordClass>>();
  for (const [name, words] of Object.entries(lowering)) {
    if (typeof words !== "string") continue;
    for (const word of words.split("|").map(key))
      classes.set(word, (classes.get(word) ?? new Set()).add(name as WordClass));
  }
  return classes;
}

export const hear = (hearing: Hearing, tokens: readonly Token[]): Heard =>
  heardIn(tokens, hearing.spelling, hearing.vocabulary);
