import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./paced";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the first is done at once, a burst behind it once, and the last is never lost", () => {
  const act = vi.fn();
  const { ask } = paced(act, 10_000);
  for (let i = 0; i < 500; i += 1) ask();
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledTimes(2);
  ask();
  expect(act).toHaveBeenCalledTimes(3);
});

test("nothing is done once it is stopped", () => {
  const act = vi.fn();
  const { ask, stop } = paced(act, 10_000);
  ask();
  ask();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledTimes(1);
});

test("without a pace each one is done", () => {
  const act = vi.fn();
  const { ask } = paced(act, 0);
  ask();
  ask();
  expect(act).toHaveBeenCalledTimes(2);
});
