import { expect, test } from "vitest";
import { readWords, type Wanted } from "./search-words";

const today = "2026-03-04";
const first = (typed: string): Wanted | undefined => readWords(typed, today).ways[0];
const nothing = { name: null, birthDates: [], memberNumbers: [], e164: null };

test.each<[string, Partial<Wanted>, string]>([
  ["marin", { name: "marin" }, "name"],
  ["  Rosa   Marín ", { name: "Rosa Marín" }, "name"],
  ["O'Hara-Núñez", { name: "O'Hara-Núñez" }, "name"],
  ["Li Ng", { name: "Li Ng" }, "name"],
  ["1994-05-17", { birthDates: ["1994-05-17"] }, "birth date"],
  ["5/17/1994", { birthDates: ["1994-05-17"] }, "birth date"],
  ["05-17-1994", { birthDates: ["1994-05-17"] }, "birth date"],
  ["17/5/1994", { birthDates: ["1994-05-17"] }, "birth date"],
  ["17 May 1994", { birthDates: ["1994-05-17"] }, "birth date"],
  ["May 17th, 1994", { birthDates: ["1994-05-17"] }, "birth date"],
  ["17. sept 1994", { birthDates: ["1994-09-17"] }, "birth date"],
  ["5/17/94", { birthDates: ["1994-05-17"] }, "birth date"],
  ["5/17/24", { birthDates: ["2024-05-17", "1924-05-17"] }, "birth date"],
  ["marin 5/17/1994", { name: "marin", birthDates: ["1994-05-17"] }, "name, birth date"],
  ["1994-05-17, Marin Rosa", { name: "Marin Rosa", birthDates: ["1994-05-17"] }, "name, birth date"],
  ["2125550123", { e164: "+12125550123" }, "phone"],
  ["+1 (212) 555-0123", { e164: "+12125550123" }, "phone"],
  ["cell: 212.555.0123 (mobile)", { e164: "+12125550123" }, "phone"],
  ["Luis 212-555-0123", { name: "Luis", e164: "+12125550123" }, "name, phone"],
  ["5/17/1994 212-555-0123", { birthDates: ["1994-05-17"], e164: "+12125550123" }, "phone, birth date"],
  ["VC730008", { memberNumbers: ["VC730008"] }, "member number"],
  ["marin VC730008", { name: "marin", memberNumbers: ["VC730008"] }, "name, member number"],
  ["123456789012", { memberNumbers: ["123456789012"] }, "member number"],
  ["5550123", { memberNumbers: ["5550123"] }, "member number"],
])("%s", (typed, wanted, kinds) => {
  expect(first(typed)).toEqual({ ...nothing, ...wanted });
  expect(readWords(typed, today).kinds).toBe(kinds);
});

test("a member number may have been written in groups, or look like a phone", () => {
  expect(readWords("vc 730 008", today).ways).toContainEqual({
    ...nothing,
    memberNumbers: ["vc 730 008", "vc730008"],
  });
  expect(readWords("2125550123", today).ways).toContainEqual({ ...nothing, memberNumbers: ["2125550123"] });
});

test.each(["2/30/1994", "1994-13-45", "5/17/2026", "17 Mara 1994"])("%s is no birth date", (typed) => {
  expect(first(typed)?.birthDates ?? []).toEqual([]);
});

test.each(["", "   ", "' - '"])("%j: there is nothing to look for but a number of that writing", (typed) => {
  expect(readWords(typed, today).kinds).toBe("");
  expect(first(typed)?.name ?? null).toBeNull();
});
