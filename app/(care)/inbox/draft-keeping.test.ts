import { expect, test } from "vitest";
import {
  adopted,
  cameBack,
  isUnsaved,
  type Kept,
  savedAs,
  sentAway,
  takenBack,
  together,
  typedIn,
} from "./draft-keeping";

const server = (body: string, id = "d1") => ({ id, body, patientId: null });
const words = (body: string) => ({ body, about: "" });
const typed = (body: string, kept?: Kept) => typedIn(kept, words(body));
const page = (draft: ReturnType<typeof server> | null, at: string) => ({ server: draft, at });
const has = (id: string | null, at: string, other: string | null = null) => ({ id, at, other });

test("a page that is read anew brings the server's draft, unless something is typed here", () => {
  const first = adopted(undefined, page(server("We will"), "1"));
  expect(first.draft.body).toBe("We will");
  expect(adopted(first, page(server("We will call", "d2"), "2")).draft.body).toBe("We will call");
  expect(adopted(first, page(null, "2")).draft.body).toBe("");
  expect(adopted(typed("We won't", first), page(server("We will call", "d2"), "2")).draft.body).toBe(
    "We won't",
  );
});

test("a page that was read before the last save takes nothing away", () => {
  const saved = savedAs(typed("We will call"), words("We will call"), has("d2", "5"));
  expect(adopted(saved, page(null, "4"))).toBe(saved);
  expect(adopted(saved, page(server("We", "d1"), "4"))).toBe(saved);
  const sent = sentAway(typed("", saved), "6");
  expect(adopted(sent, page(server("We will call", "d2"), "5"))).toBe(sent);
});

test("what was saved is not saved again, and an empty field has nothing to save", () => {
  expect(isUnsaved(typed("  "))).toBe(false);
  const kept = typed("We will");
  expect(isUnsaved(kept)).toBe(true);
  const saved = savedAs(kept, kept.draft, has("d1", "1"));
  expect(isUnsaved(saved)).toBe(false);
  expect(isUnsaved(typed("", saved))).toBe(true);
});

test("words of another tab are offered until they are here", () => {
  const saved = savedAs(typed("mine"), words("mine"), has("d2", "1", "theirs"));
  expect(saved.other).toBe("theirs");
  expect(savedAs(saved, words("mine, longer"), has("d3", "2")).other).toBe("theirs");
  expect(savedAs(typed("mine and theirs"), words("mine"), has("d2", "1", "theirs")).other).toBeNull();
});

test("a field that is emptied does not drop what another tab has", () => {
  const kept = savedAs(typed(""), words(""), has("d9", "1", "theirs"));
  expect(kept).toMatchObject({ saved: { id: "d9", body: "theirs" }, other: "theirs" });
});

test("after a reply was taken the field is another draft, of which the server has nothing", () => {
  const saved = savedAs(typed("We will"), words("We will"), has("d1", "1"));
  expect(sentAway(typed("", saved), "2").saved.id).toBeNull();
  expect(isUnsaved(sentAway(typed("And", saved), "2"))).toBe(true);
});

test("a reply that was refused stands above what was typed meanwhile", () => {
  expect(cameBack(undefined, words("We will call")).draft.body).toBe("We will call");
  expect(cameBack(typed("And"), words("We will call")).draft.body).toBe("We will call\n\nAnd");
});

test("a reply that was taken back is the server's draft, and what was typed since stands below", () => {
  const back = { server: server("We will call", "d5"), at: "3", sent: "We will call" };
  expect(isUnsaved(takenBack(undefined, back))).toBe(false);
  const joined = takenBack(typed("And"), back);
  expect(joined).toMatchObject({ draft: { body: "We will call\n\nAnd" }, saved: { id: "d5" } });
  expect(isUnsaved(joined)).toBe(true);
});

test("the same words are not put twice", () => {
  expect(together("a ", "a")).toBe("a");
  expect(together("", " b")).toBe("b");
});
