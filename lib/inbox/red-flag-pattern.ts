/** One word of a sign, or of what lowers one. */
interface Slot {
  keys: ReadonlySet<string>;
  beginnings: string[];
  /** How many other words may stand before it. */
  gap: number;
  mayLack: boolean;
  mustLack: boolean;
}

export interface Pattern {
  written: string;
  slots: Slot[];
}

const gaps: Record<string, number> = { _: 1, __: 2, "...": 5 };

export function patternOf(
  written: string,
  groups: Record<string, string>,
  key: (word: string) => string,
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
    slots.push({
      keys: new Set(words.filter((word) => !word.endsWith("*")).map(key)),
      beginnings: words.filter((word) => word.endsWith("*")).map((word) => key(word.slice(0, -1))),
      gap,
      mayLack,
      mustLack: item.startsWith("!"),
    });
    gap = 0;
  }
  return { written, slots };
}

function groupWords(name: string, groups: Record<string, string>): string[] {
  const words = groups[name];
  if (words === undefined) throw new Error(`No group of words is called ${name}.`);
  return words.split("|");
}

/** The text in tokens, as one language reads them. */
export interface Heard {
  readings: string[][];
  /** Whether a sentence begins with this token. */
  begins: boolean[];
}

/** The places of the pattern's words if it begins at this token, as near to each other as they come; else undefined. */
export function matchAt({ slots }: Pattern, heard: Heard, start: number): number[] | undefined {
  const from = (slot: number, next: number, left = 0): number[] | undefined => {
    const wanted = slots[slot];
    if (!wanted) return [];
    if (wanted.mustLack) return isNear(wanted, heard, next) ? undefined : from(slot + 1, next);
    const gap = wanted.gap + left;
    for (let at = next; at <= next + gap; at++) {
      if (at >= heard.readings.length || (at > start && heard.begins[at])) break;
      if (!says(wanted, heard.readings[at] ?? [])) continue;
      const rest = from(slot + 1, at + 1);
      if (rest) return [at, ...rest];
    }
    return wanted.mayLack ? from(slot + 1, next, gap) : undefined;
  };
  return from(0, start);
}

/** Within two words. */
const isNear = (slot: Slot, heard: Heard, next: number): boolean =>
  [next, next + 1].some((at) => !heard.begins[at] && says(slot, heard.readings[at] ?? []));

const says = ({ keys, beginnings }: Slot, readings: string[]): boolean =>
  readings.some(
    (reading) => keys.has(reading) || beginnings.some((beginning) => reading.startsWith(beginning)),
  );
