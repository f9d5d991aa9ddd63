import { createHash } from "node:crypto";

/** A number from 0 up to 1 that is always the same for the same seed and parts. */
export function chance(seed: string, ...parts: (string | number)[]): number {
  const digest = createHash("sha256")
    .update(JSON.stringify([seed, ...parts]))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

export function between(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}

export function pick<T>(list: readonly [T, ...T[]], share: number): T {
  return list[Math.floor(share * list.length)] ?? list[0];
}

/** Log-normal: most values near the median, a long tail above it. */
export function skewed(median: number, spread: number, one: number, other: number): number {
  const bell = Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);
  return median * Math.exp(spread * bell);
}
