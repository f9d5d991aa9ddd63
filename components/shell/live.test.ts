import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { justHeard, publish, readBegan, readBegins, subscribe } from "./live";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-04T15:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const change = { type: "change", change: { kind: "inbound.filed", threadId: "t" } } as const;

test("who comes later hears what was told while its page was on its way", () => {
  publish(change);
  publish({ type: "resync" });
  vi.advanceTimersByTime(9_000);
  expect(justHeard()).toEqual([change, { type: "resync" }]);
  vi.advanceTimersByTime(2_000);
  expect(justHeard()).toEqual([{ type: "resync" }]);
  vi.advanceTimersByTime(20_000);
  expect(justHeard()).toEqual([]);
});

test("of a page whose read was seen to begin, only what was heard since may be missing from it", () => {
  publish(change);
  vi.advanceTimersByTime(1_000);
  readBegins("/inbox/a?view=mine");
  const began = readBegan("/inbox/a?view=mine");
  expect(justHeard(began)).toEqual([]);
  expect(justHeard(began - 1_000)).toContainEqual(change);
  vi.advanceTimersByTime(100);
  publish({ type: "resync" });
  expect(justHeard(began)).toEqual([{ type: "resync" }]);
});

test("a page that was read longer ago than anything is kept may have missed something", () => {
  expect(justHeard(Date.now() - 11_000)).toEqual([{ type: "resync" }]);
});

test("listeners hear each event until they leave", () => {
  const heard = vi.fn();
  const leave = subscribe(heard);
  publish(change);
  leave();
  publish(change);
  expect(heard).toHaveBeenCalledTimes(1);
});
