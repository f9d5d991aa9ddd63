import type { Choice, Heard, HeardWord } from "./red-flag-pattern";
import type { Token } from "./red-flag-reading";
import { readingsOf, type Spelling } from "./red-flag-spelling";

/** Which choices a word is one of. */
export interface Vocabulary {
  size: number;
  byKey: ReadonlyMap<string, readonly number[]>;
  /** Those that also take any word with a beginning. */
  beginnings: readonly (readonly [beginning: string, id: number])[];
}

export function vocabularyOf(choices: Iterable<Choice>): Vocabulary {
  const byKey = new Map<string, number[]>();
  const beginnings: [string, number][] = [];
  let size = 0;
  for (const choice of choices) {
    size++;
    for (const beginning of choice.beginnings) beginnings.push([beginning, choice.id]);
    for (const key of choice.keys) {
      const known = byKey.get(key);
      if (known) known.push(choice.id);
      else byKey.set(key, [choice.id]);
    }
  }
  return { size, byKey, beginnings };
}

/** What a language makes of each word, looked up once however often it stands there. */
export function heardIn(tokens: readonly Token[], spelling: Spelling, vocabulary: Vocabulary): Heard {
  const says = new Uint8Array(vocabulary.size);
  const nothing = new Uint8Array(vocabulary.size);
  const byWord = new Map<string, HeardWord>();
  const wordOf = (word: string): HeardWord => {
    const readings = readingsOf(word, spelling);
    const ids = choicesSaidBy(readings, vocabulary);
    if (ids.length === 0) return { readings, ids, says: nothing };
    const own = new Uint8Array(vocabulary.size);
    for (const id of ids) {
      own[id] = 1;
      says[id] = 1;
    }
    return { readings, ids, says: own };
  };
  const words = tokens.map(({ word }) => {
    const heard = byWord.get(word) ?? wordOf(word);
    byWord.set(word, heard);
    return heard;
  });
  return { words, says, begins: tokens.map(({ parted }) => parted === 2) };
}

function choicesSaidBy(readings: readonly string[], { byKey, beginnings }: Vocabulary): number[] {
  const ids: number[] = [];
  for (const reading of readings) {
    for (const id of byKey.get(reading) ?? []) ids.push(id);
    for (const [beginning, id] of beginnings) if (reading.startsWith(beginning)) ids.push(id);
  }
  return ids;
}
