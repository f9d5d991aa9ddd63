import { expect, test } from "vitest";
import { type Disposition, dispositions } from "@/lib/inbox/types";
import { endingWords } from "./ending-words";

test("every ending says on its button what it does, and for whom", () => {
  const all = Object.keys(dispositions) as Disposition[];
  const buttons = all.map((ending) => endingWords(ending, "Rosa Marín").button);
  expect(buttons.every((button) => button.startsWith("Close"))).toBe(true);
  for (const ending of all)
    expect(endingWords(ending, "Rosa Marín").button.includes("Rosa Marín")).toBe(
      dispositions[ending].ofPatient,
    );
});

test("where nobody on file has the phone it promises nothing", () => {
  expect(endingWords("loss", null)).toEqual({
    button: "Close as a loss",
    effect: "Nobody of your programs is on file with this phone, so nobody's outreach is held.",
  });
});
