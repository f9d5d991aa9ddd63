import { expect, test } from "vitest";
import { differenceOf, wilson } from "./statistics";

// Newcombe 1998, Statistics in Medicine 17: 857-872 (one share) and 873-890, table II, method 10 (differences).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%i of %i lies between %f and %f", (acted, people, low, high) => {
  const interval = wilson({ acted, people });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])("%i of %i against %i of %i differ by %f to %f", (a, m, b, n, low, high) => {
  const difference = differenceOf({ acted: a, people: m }, { acted: b, people: n });
  expect(difference.value).toBeCloseTo(a / m - b / n, 10);
  expect(difference.low).toBeCloseTo(low, 4);
  expect(difference.high).toBeCloseTo(high, 4);
});

test("a share of nobody has no interval", () => {
  expect(() => wilson({ acted: 0, people: 0 })).toThrow();
});
