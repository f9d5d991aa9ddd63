import { expect, test } from "vitest";
import { draftOf, dropAllDrafts, keepDraft } from "./drafts";

const draft = (body: string) => ({ body, about: "", tried: null });

test("each conversation keeps a draft of its own until the page is left", () => {
  keepDraft("one", draft("We will call"));
  keepDraft("two", draft("Te llamamos"));
  keepDraft("one", draft("We will call at 3."));
  expect([draftOf("one")?.body, draftOf("two")?.body]).toEqual(["We will call at 3.", "Te llamamos"]);

  dropAllDrafts();
  expect([draftOf("one"), draftOf("two")]).toEqual([undefined, undefined]);
});
