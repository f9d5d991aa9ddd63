import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is neither false, null nor undefined. Rejects after `seconds`, saying what did not come. */
export async function until<T>(
  what: string,
  check: () => Promise<T | false | null | undefined>,
  seconds = 60,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await check();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain: ${what}.`);
    await pause(25);
  }
}

/** Seconds, with what came of it. */
export async function timed<T>(work: Promise<T>): Promise<{ seconds: number; result: T }> {
  const started = performance.now();
  const result = await work;
  return { seconds: (performance.now() - started) / 1000, result };
}

/** The value that this share of the list does not exceed; 0 of an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
