/** Chance that falls the same way for the same seed and name. */
export interface Dice {
  /** At least 0, below 1. */
  next(): number;
  yes(probability: number): boolean;
  between(from: number, to: number): number;
  /** Both ends included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Half of them below the median, few of them far above: how long people take. */
  delay(median: number, spread: number): number;
}

export function diceOf(seed: number, name: string): Dice {
  const next = mulberry32([...name].reduce((n, letter) => Math.imul(n, 31) + letter.charCodeAt(0), seed));
  const between = (from: number, to: number) => from + next() * (to - from);
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1));
  return {
    next,
    between,
    whole,
    yes: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T,
    weighted<K extends string>(weights: Readonly<Record<K, number>>) {
      const keys = Object.keys(weights) as K[];
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      for (const key of keys) {
        left -= weights[key];
        if (left < 0) return key;
      }
      return keys[0] as K;
    },
    delay: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
