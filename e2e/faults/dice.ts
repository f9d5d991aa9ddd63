export interface Dice {
  /** From 0 up to 1. */
  roll(): number;
  /** A whole number from 0 up to `sides` - 1. */
  pick(sides: number): number;
  shuffled<T>(list: readonly T[]): T[];
}

/** Chance that a seed repeats (mulberry32 over a hash of the seed). */
export function diceOf(seed: string): Dice {
  let state = [...seed].reduce(
    (hash, c) => Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = (sides: number) => Math.floor(roll() * sides);
  return {
    roll,
    pick,
    shuffled: (list) =>
      list
        .map((one) => ({ one, place: roll() }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one),
  };
}
