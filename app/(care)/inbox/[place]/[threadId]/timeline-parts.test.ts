import { expect, test } from "vitest";
import type { ThreadMessage } from "@/lib/inbox/types";
import type { ThreadEvent, TimelinePart } from "@/lib/inbox/types-working";
import { inParts, itemsOf, joinEarlier, joinNewest } from "./timeline-parts";

const id = (n: number) => String(n).padStart(3, "0");
const at = (n: number) => ({ id: id(n), at: new Date(n * 60_000).toISOString() });
const message = (n: number): ThreadMessage => ({
  ...{ ...at(n), direction: "in", purpose: null, state: "received", reason: null, body: `text ${n}` },
  ...{ media: null, continues: false, author: null, role: null, campaign: null },
  ...{ patientName: null, suggestion: null },
});
const event = (n: number): ThreadEvent => ({
  ...{ ...at(n), kind: "note", by: "Dana Ortiz", role: "nurse", words: `note ${n}`, details: {} },
});
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const part = (from: number, to: number, events: number[] = [], earlier = from > 1): TimelinePart => ({
  ...{ messages: range(from, to).map(message), events: events.map(event), earlier },
});
const ids = (shown: TimelinePart) => itemsOf(shown).map((item) => Number(item.id));

test("texts and events stand in the order in which they happened", () => {
  const { messages } = part(1, 4);
  const shown = itemsOf({
    messages: messages.filter(({ id }) => id !== "003"),
    events: [event(3)],
    earlier: false,
  });
  expect(shown.map(({ message: text, event: told }) => text?.body ?? told?.words)).toEqual([
    ...["text 1", "text 2", "note 3", "text 4"],
  ]);
});

test("what was loaded before stays when a new text moves the newest part on", () => {
  const loaded = joinEarlier(part(41, 100, [50]), part(1, 40, [10]));
  expect(ids(loaded)).toEqual([...range(1, 100), 10, 50].sort((a, b) => a - b));
  expect(loaded.earlier).toBe(false);
  const moved = joinNewest(loaded, part(42, 101, [50]));
  expect(moved.messages.map(({ id }) => Number(id))).toEqual(range(1, 101));
  expect(moved.events.map(({ id }) => Number(id))).toEqual([10, 50]);
  expect(moved.earlier).toBe(false);
});

test("nothing is shown with a gap: where more came than one part holds, only the newest are", () => {
  const missed = part(141, 200);
  expect(joinNewest(part(1, 100), missed)).toBe(missed);
});

test("a part that was loaded twice is there once", () => {
  const once = joinEarlier(part(41, 100), part(1, 40));
  expect(joinEarlier(once, part(1, 40))).toBe(once);
});

test("what has become shorter is not kept: a number passed on", () => {
  const nothing: TimelinePart = { messages: [], events: [], earlier: false };
  expect(joinNewest(part(1, 100), nothing)).toBe(nothing);
});

test("the newest part brings new states of the same texts", () => {
  const newest = { ...part(41, 100), messages: part(41, 100).messages.map((m) => ({ ...m, body: "now" })) };
  const joined = joinNewest(joinEarlier(part(41, 100), part(1, 40)), newest);
  expect(joined.messages.filter(({ body }) => body === "now")).toHaveLength(60);
});

test("items stand in the parts that they were loaded in, and keep their part when an older one comes", () => {
  const newest = part(41, 100, [50]);
  const all = joinEarlier(joinEarlier(newest, part(21, 40)), part(1, 20));
  const inPart = (of: TimelinePart, starts: string[]) =>
    inParts(itemsOf(of), starts).map(({ until, from, items }) => [until, from, items.length]);
  expect(inPart(newest, [])).toEqual([[null, 0, 61]]);
  expect(inPart(all, ["021", "041"])).toEqual([
    ["021", 0, 20],
    ["041", 20, 20],
    [null, 40, 61],
  ]);
  expect(inPart(part(141, 200), ["021", "041"])).toEqual([[null, 0, 60]]);
  expect(inPart(part(1, 0), [])).toEqual([]);
});
