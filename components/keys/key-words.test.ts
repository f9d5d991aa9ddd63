import { expect, test } from "vitest";
import { keyCaps, matching } from "./key-words";

test("keys are told as they stand on the keyboard", () => {
  expect(keyCaps("mod+shift+Enter", false)).toEqual(["Ctrl", "Shift", "Enter"]);
  expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyCaps("?", false)).toEqual(["?"]);
});

test("a command is found by any part of its words, and what begins so comes first", () => {
  const commands = ["Go to Inbox", "Inbox: next conversation", "Reply"].map((words) => ({ words }));
  const words = (typed: string) => matching(commands, typed).map((command) => command.words);
  expect(words("inbox")).toEqual(["Inbox: next conversation", "Go to Inbox"]);
  expect(words("in go")).toEqual(["Go to Inbox"]);
  expect(words("")).toHaveLength(3);
  expect(words("launch")).toEqual([]);
});
