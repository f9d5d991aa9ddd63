import { expect, test } from "vitest";
import { afterChange, isOverdue, type Loss, lossWords } from "./connection-words";

const since = new Date("2026-03-04T20:12:00Z");
const zone = "America/New_York";
const none: Loss = { kind: "none" };

test("a loss is said with its time, and that time stays while it lasts", () => {
  const lost = afterChange(none, { state: "lost", since, reading: false });
  expect(lossWords(lost, zone)).toBe(
    "Connection lost at 3:12 pm. What you see may be old. Replies wait here and go out once when it is back.",
  );
  expect(afterChange(lost, { state: "lost", since: new Date(), reading: false })).toBe(lost);
  expect(lossWords({ kind: "lost", since: null }, zone)).toMatch(/^Not connected\. What you see may be old/);
});

test("it is up to date only once what was missed is read", () => {
  const lost: Loss = { kind: "lost", since };
  const reading = afterChange(lost, { state: "live", since, reading: true });
  expect(lossWords(reading, zone)).toBe("Back. Reading what is new.");
  expect(lossWords(afterChange(reading, { state: "live", since, reading: false }), zone)).toBe(
    "Back, up to date.",
  );
  expect(afterChange(reading, { state: "lost", since, reading: true })).toEqual(lost);
});

test("who never lost it hears nothing, and a page that connects again after a loss waits", () => {
  expect(afterChange(none, { state: "live", since, reading: true })).toBe(none);
  const back: Loss = { kind: "back" };
  expect(afterChange(back, { state: "live", since, reading: true })).toBe(back);
  const lost: Loss = { kind: "lost", since };
  expect(afterChange(lost, { state: "connecting", since, reading: false })).toBe(lost);
});

test("after 90 silent seconds the page is due for reading, and 90 seconds after that again", () => {
  expect(isOverdue(89_999, 0, 0)).toBe(false);
  expect(isOverdue(90_000, 0, 0)).toBe(true);
  expect(isOverdue(120_000, 0, 90_000)).toBe(false);
  expect(isOverdue(180_000, 0, 90_000)).toBe(true);
  expect(isOverdue(100_000, 50_000, 0)).toBe(false);
});
