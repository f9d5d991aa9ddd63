import type { ArmCount, Difference } from "./types";

/** Of the standard normal distribution, for 95 % two-sided. */
const z = 1.959963984540054;

/** Wilson's score interval of a share, 95 %. */
export function wilson({ acted, people }: ArmCount): { low: number; high: number } {
  if (people === 0) throw new Error("A share of nobody has no interval.");
  const p = acted / people;
  const middle = p + z ** 2 / (2 * people);
  const reach = z * Math.sqrt((p * (1 - p)) / people + z ** 2 / (4 * people ** 2));
  const scale = 1 + z ** 2 / people;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/**
 * The first share less the second one, with Newcombe's 95 % interval: method 10 in "Interval estimation for the
 * difference between independent proportions", Statistics in Medicine 17 (1998).
 */
export function differenceOf(first: ArmCount, second: ArmCount): Difference {
  const [p1, p2] = [first.acted / first.people, second.acted / second.people];
  const [w1, w2] = [wilson(first), wilson(second)];
  return {
    value: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
    high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low),
  };
}
