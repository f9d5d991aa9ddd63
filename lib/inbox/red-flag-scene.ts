import { findAll } from "./red-flag-index";
import type { Hearing, Hit, PhraseName, WordClass } from "./red-flag-language";
import type { Heard, HeardWord } from "./red-flag-pattern";
import type { Token } from "./red-flag-reading";

/** A sentence by the places of its tokens, `to` being the first after it. */
export interface Sentence {
  from: number;
  to: number;
  /** The last place of a word of this class; -1 where there is none. */
  last: Record<(typeof wordsOfSentences)[number], number>;
  /** The last place at which such a phrase begins; -1 where there is none. */
  lastPhrase: Record<(typeof phrasesOfSentences)[number], number>;
}

/** One text as one language hears it, with all that may lower a sign in it: made once, asked for each sign. */
export interface Scene {
  has: (at: number, words: WordClass) => boolean;
  /** Whether the token stands without a sign of punctuation before it. */
  isJoined: (at: number) => boolean;
  sentenceOf: (at: number) => Sentence | undefined;
  begins: (phrase: PhraseName, at: number) => boolean;
  ends: (phrase: PhraseName, at: number) => boolean;
  /** The furthest place to which an idiom goes that begins here or before; -1 where there is none. */
  idiomsReach: (at: number) => number;
  /** Whether from a stranger on nothing but linking words leads to this place. */
  isStrangers: (at: number) => boolean;
  /** Where the first of the signs begins that end here. */
  signEndingAt: (at: number) => number | undefined;
}

const wordsOfSentences = ["laughing", "now", "but", "again"] as const;
const phrasesOfSentences = ["longAgo", "over"] as const;
const none: ReadonlySet<WordClass> = new Set();

type PhrasePlaces = Map<PhraseName, Set<number>>;
const is = (places: PhrasePlaces, phrase: PhraseName, at: number) => places.get(phrase)?.has(at) ?? false;

export function sceneOf(hearing: Hearing, heard: Heard, tokens: readonly Token[], hits: Hit[]): Scene {
  const { begins } = heard;
  const classes = classesIn(hearing, heard);
  const has = (at: number, words: WordClass) => (classes[at] ?? none).has(words);
  const starting: PhrasePlaces = new Map();
  const ending: PhrasePlaces = new Map();
  const idioms: number[] = tokens.map(() => -1);
  for (const { meaning, places } of findAll(hearing.phrases, heard)) {
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
    starting.set(meaning, (starting.get(meaning) ?? new Set()).add(first));
    ending.set(meaning, (ending.get(meaning) ?? new Set()).add(last));
    if (meaning === "idioms") idioms[first] = Math.max(idioms[first] ?? -1, last);
  }
  const reach: number[] = [];
  const strangers: boolean[] = [];
  for (const at of tokens.keys()) {
    reach.push(Math.max(reach[at - 1] ?? -1, idioms[at] ?? -1));
    const isLinked = at > 0 && has(at - 1, "linking") && !begins[at] && strangers[at - 1] === true;
    strangers.push(isLinked || is(ending, "strangers", at - 1));
  }
  const sentences = sentencesOf(begins, has, (phrase, at) => is(starting, phrase, at));
  const ended = new Map<number, number>();
  for (const { places } of hits) {
    const last = places.at(-1) ?? 0;
    if (!ended.has(last)) ended.set(last, places[0] ?? 0);
  }
  return {
    has,
    isJoined: (at) => (tokens[at]?.parted ?? 0) === 0,
    sentenceOf: (at) => sentences[at],
    begins: (phrase, at) => is(starting, phrase, at),
    ends: (phrase, at) => is(ending, phrase, at),
    idiomsReach: (at) => reach[at] ?? -1,
    isStrangers: (at) => strangers[at] ?? false,
    signEndingAt: (at) => ended.get(at),
  };
}

function classesIn({ words }: Hearing, heard: Heard): ReadonlySet<WordClass>[] {
  const byWord = new Map<HeardWord, ReadonlySet<WordClass>>();
  return heard.words.map((word) => {
    const known = byWord.get(word);
    if (known) return known;
    const [first = none, ...others] = word.readings.map((reading) => words.get(reading) ?? none);
    const all = others.length === 0 ? first : new Set([...first, ...others.flatMap((more) => [...more])]);
    byWord.set(word, all);
    return all;
  });
}

/** For each place the sentence in which it stands. */
function sentencesOf(
  begins: readonly boolean[],
  has: Scene["has"],
  isStart: (phrase: PhraseName, at: number) => boolean,
): Sentence[] {
  let sentence: Sentence | undefined;
  return begins.map((isBeginning, at) => {
    const here = sentence && !isBeginning ? sentence : emptyAt(at);
    here.to = at + 1;
    for (const words of wordsOfSentences) if (has(at, words)) here.last[words] = at;
    for (const phrase of phrasesOfSentences) if (isStart(phrase, at)) here.lastPhrase[phrase] = at;
    sentence = here;
    return here;
  });
}

const emptyAt = (from: number): Sentence => ({
  from,
  to: from,
  last: { laughing: -1, now: -1, but: -1, again: -1 },
  lastPhrase: { longAgo: -1, over: -1 },
});
