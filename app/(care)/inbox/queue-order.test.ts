import { expect, test } from "vitest";
import { nextAfter } from "./queue-order";

test("after a conversation comes the one below it, after the last or one that is elsewhere the first", () => {
  expect(nextAfter(["a", "b", "c"], "a")).toBe("b");
  expect(nextAfter(["a", "b", "c"], "c")).toBe("a");
  expect(nextAfter(["a", "b", "c"], "x")).toBe("a");
  expect(nextAfter(["a"], "a")).toBe(null);
  expect(nextAfter([], "a")).toBe(null);
});
