/** The words of which one stands at a place of a pattern. Patterns share those that are the same. */
export interface Choice {
  id: number;
  keys: ReadonlySet<string>;
  beginnings: readonly string[];
}

/** One word of a sign, or of what lowers one. */
interface Slot {
  choice: Choice;
  /** How many other words may stand before it. */
  gap: number;
  mayLack: boolean;
  mustLack: boolean;
}

export interface Pattern {
  slots: readonly Slot[];
}

/** All choices of a language, by their words. */
export type Choices = Map<string, Choice>;

const gaps: Record<string, number> = { _: 1, __: 2, "...": 5 };

export function patternOf(
  written: string,
  groups: Record<string, string>,
  key: (word: string) => string,
  choices: Choices,
): Pattern {
  const slots: Slot[] = [];
  let gap = 0;
  for (const item of written.trim().split(/\s+/)) {
    if (item in gaps) {
      gap = gaps[item] ?? 0;
      continue;
    }
    const mayLack = item.includes("?");
    const words = item
      .replace(/[?!]/g, "")
      .split("|")
      .flatMap((word) => (word.startsWith("{") ? groupWords(word.slice(1, -1), groups) : [word]));
    slots.push({ choice: choiceOf(words, key, choices), gap, mayLack, mustLack: item.startsWith("!") });
    gap = 0;
  }
  return { slots };
}

function choiceOf(words: string[], key: (word: string) => string, choices: Choices): Choice {
  const keys = new Set(words.filter((word) => !word.endsWith("*")).map(key));
  const beginnings = words.filter((word) => word.endsWith("*")).map((word) => key(word.slice(0, -1)));
  const content = [...[...keys].sort(), "*", ...beginnings.sort()].join("|");
  const choice = choices.get(content) ?? { id: choices.size, keys, beginnings };
  choices.set(content, choice);
  return choice;
}

function groupWords(name: string, groups: Record<string, string>): string[] {
  const words = groups[name];
  if (words === undefined) throw new Error(`No group of words is called ${name}.`);
  return words.split("|");
}

/** A word of a text, once for all the places at which it stands. */
export interface HeardWord {
  readings: readonly string[];
  /** The choices of which it is one. */
  ids: readonly number[];
  /** The same, by the id of a choice: 1 where it is one of its words. */
  says: Uint8Array;
}

/** The text in tokens, as one language reads them. */
export interface Heard {
  words: readonly HeardWord[];
  /** Whether a sentence begins with this token. */
  begins: readonly boolean[];
  /** By the id of a choice: 1 where any word of the text is one of its words. */
  says: Uint8Array;
}

/** Whether the text holds all words without which the pattern is nowhere in it. */
export function mayMatch({ slots }: Pattern, { says }: Heard): boolean {
  for (const { choice, mayLack, mustLack } of slots)
    if (!mayLack && !mustLack && says[choice.id] !== 1) return false;
  return true;
}

/** The places of the pattern's words if it begins at this token, as near to each other as they come; else undefined. */
export function matchAt({ slots }: Pattern, heard: Heard, start: number): number[] | undefined {
  const places: number[] = [];
  return fits({ slots, heard, start, places }, 0, start, 0) ? places : undefined;
}

interface Attempt {
  slots: Pattern["slots"];
  heard: Heard;
  start: number;
  /** Of the words so far. */
  places: number[];
}

/** Whether the slots from this one on come from this place on; `left` is the gap that a lacking one left. */
function fits(attempt: Attempt, order: number, next: number, left: number): boolean {
  const { slots, heard, start, places } = attempt;
  const wanted = slots[order];
  if (!wanted) return true;
  if (wanted.mustLack) return !isNear(wanted, heard, next) && fits(attempt, order + 1, next, 0);
  const { words, begins } = heard;
  const gap = wanted.gap + left;
  const last = Math.min(next + gap, words.length - 1);
  for (let at = next; at <= last; at++) {
    if (at > start && begins[at]) break;
    if (words[at]?.says[wanted.choice.id] !== 1) continue;
    places.push(at);
    if (fits(attempt, order + 1, at + 1, 0)) return true;
    places.pop();
  }
  return wanted.mayLack && fits(attempt, order + 1, next, gap);
}

/** Within two words. */
const isNear = ({ choice }: Slot, { words, begins }: Heard, next: number): boolean =>
  (!begins[next] && words[next]?.says[choice.id] === 1) ||
  (!begins[next + 1] && words[next + 1]?.says[choice.id] === 1);
