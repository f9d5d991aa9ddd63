import { expect, test } from "vitest";
import { burstWords, newTexts, settle } from "./settle";

interface Row {
  threadId: string;
  preview: string;
  lastMessageAt: string;
  waitingSince: string | null;
}
const row = (threadId: string, preview = "", lastMessageAt = "2026-03-04T15:00:00Z"): Row => ({
  ...{ threadId, preview, lastMessageAt, waitingSince: lastMessageAt },
});
const standing = (...ids: string[]) =>
  settle(
    [],
    ids.map((id) => row(id)),
    false,
  ).rows;

test("while nobody points at it the list is as the server says", () => {
  const { rows, fresh } = settle(standing("a", "b"), [row("c"), row("b")], false);
  expect(rows.map(({ threadId, gone }) => [threadId, gone])).toEqual([
    ["c", false],
    ["b", false],
  ]);
  expect(fresh).toBe(0);
});

test("under the pointer no row moves: they are brought up to date, greyed, and the new ones counted", () => {
  const { rows, fresh } = settle(
    standing("a", "b", "c"),
    [row("d"), row("c", "newer"), row("a"), row("e")],
    true,
  );
  expect(rows.map(({ threadId, preview, gone }) => [threadId, preview, gone])).toEqual([
    ["a", "", false],
    ["b", "", true],
    ["c", "newer", false],
  ]);
  expect(fresh).toBe(2);
});

test("what left and came back is there again where it stood", () => {
  const left = settle(standing("a", "b"), [row("b")], true).rows;
  expect(left.map(({ gone }) => gone)).toEqual([true, false]);
  expect(settle(left, [row("a"), row("b")], true).rows.map(({ gone }) => gone)).toEqual([false, false]);
});

test("a text is new when it is newer than what was there, not when its row only moved into view", () => {
  const before = [row("a"), row("b")];
  const after = [row("a", "", "2026-03-04T15:01:00Z"), row("b"), row("old", "", "2026-03-04T14:00:00Z")];
  const came = row("c", "", "2026-03-04T15:02:00Z");
  expect(newTexts(before, [...after, came]).map(({ threadId }) => threadId)).toEqual(["a", "c"]);
  const answered = { ...row("a", "", "2026-03-04T15:03:00Z"), waitingSince: null };
  expect(newTexts(before, [answered])).toEqual([]);
});

test("a burst is one line", () => {
  expect(burstWords(["Rosa Marín"])).toBe("New text: Rosa Marín");
  expect(burstWords(["Rosa Marín", "Luis Ortega"])).toBe("2 new texts");
});
