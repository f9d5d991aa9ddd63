import { checkText, type TextSituation } from "./outgoing-text";
import type { Finding } from "./types";

/** What tests of the outgoing check begin with: a later text of Valley Care. */
export const situation: TextSituation = {
  brand: "Valley Care",
  first: false,
  now: new Date("2026-11-22T15:00:00Z"),
};

export const codesOf = (text: string, more: Partial<TextSituation> = {}) =>
  checkText(text, { ...situation, ...more }).map((finding) => finding.code);

export const quotesOf = (text: string, code: Finding["code"], more: Partial<TextSituation> = {}) =>
  checkText(text, { ...situation, ...more }).flatMap((finding) =>
    finding.code === code ? [finding.quote] : [],
  );
