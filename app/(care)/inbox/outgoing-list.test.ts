import { expect, test } from "vitest";
import { answered, due, hasTurn, heldAt, type Outgoing, restBefore, unseenIn } from "./outgoing-list";

const reply = (key: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ key, threadId: "rosa", who: "Rosa M.", body: "We will call.", about: "" },
  ...{ seen: null, seenReply: null, inTheirHours: false, closes: false },
  ...{ state: "sending", messageId: null, leavesAt: null },
  ...more,
});
const [at, dueAt] = ["2026-03-04T15:00:00Z", "2026-03-04T15:00:05Z"];
const taken = { kind: "taken", messageId: "m1", heldFor: 5_000, at, dueAt } as const;

test("a reply that is taken can be taken back until it leaves, and is shown until the page shows it", () => {
  const list = answered([reply("a")], "a", taken, 1_000);
  expect(list).toMatchObject([{ state: "taken", messageId: "m1", leavesAt: 6_000 }]);
  expect(heldAt(list, 5_999)).toHaveLength(1);
  expect(heldAt(list, 6_000)).toEqual([]);
  expect(unseenIn(list, "rosa", [])).toHaveLength(1);
  expect(unseenIn(list, "rosa", ["m1"])).toEqual([]);
  expect(unseenIn(list, "luis", [])).toEqual([]);
});

test("one that is refused is gone from the list; one that reached nobody waits under its key", () => {
  const list = [reply("a"), reply("b", { threadId: "luis" })];
  expect(answered(list, "a", { kind: "refused", code: "conflict", message: "No." }, 0)).toEqual([list[1]]);
  const waiting = answered(list, "a", { kind: "unreachable" }, 0);
  expect(waiting[0]).toMatchObject({ key: "a", state: "waiting" });
  expect(due(waiting).map(({ key }) => key)).toEqual(["a"]);
});

test("of one conversation the first goes first, and nothing passes it while it is on its way", () => {
  const waits = { state: "waiting" } as const;
  const list = [reply("a", waits), reply("b", waits), reply("c", { ...waits, threadId: "luis" })];
  expect(due(list).map(({ key }) => key)).toEqual(["a", "c"]);
  expect([hasTurn(list, "a"), hasTurn(list, "b"), hasTurn(list, "c")]).toEqual([true, false, true]);
  expect(due([reply("a"), reply("b", waits)])).toEqual([]);
  expect(due([reply("a", { state: "taken" }), reply("b", waits)]).map(({ key }) => key)).toEqual(["b"]);
});

test("tries come more seldom, and never more than 15 seconds apart", () => {
  expect([0, 1, 2, 9].map(restBefore)).toEqual([1_000, 2_000, 4_000, 15_000]);
});
