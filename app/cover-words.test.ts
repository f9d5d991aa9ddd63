import { expect, test } from "vitest";
import type { Cover } from "@/lib/programs/types";
import { coverWords } from "./cover-words";

const cover = (program: string, name: string | null, until = "2026-03-04T22:00:00Z"): Cover => ({
  ...{ programId: program, program, zone: "America/New_York", handedOver: null },
  by: name === null ? null : { name, mine: name === "Nadia Brooks", until },
});

test.each<[string, Cover[], string | null]>([
  ["nobody", [cover("Prenatal", null)], null],
  ["no program", [], null],
  [
    "one for all",
    [cover("Prenatal", "Dana Ortiz"), cover("Well-child", "Dana Ortiz")],
    "Dana Ortiz covers until 5:00 pm",
  ],
  ["oneself", [cover("Prenatal", "Nadia Brooks")], "You cover until 5:00 pm"],
  [
    "a part",
    [cover("Prenatal", "Dana Ortiz"), cover("Well-child", null)],
    "Dana Ortiz covers Prenatal until 5:00 pm",
  ],
  ["several", [cover("Prenatal", "Dana Ortiz"), cover("Well-child", "Sam Lee")], "Dana Ortiz, Sam Lee cover"],
])("who covers: %s", (_, covers, words) => {
  expect(coverWords(covers)).toBe(words);
});
