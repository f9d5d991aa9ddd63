import { Temporal } from "temporal-polyfill";
import { Invalid } from "@/lib/errors";
import { type WordsKind, wordsOf } from "./consent-words";
import type { RecordConsentInput } from "./inputs";
import type { ProgramOfPatient } from "./patient-reach";
import type { SpokenOrWritten } from "./types";

const yearsBack = 10;

/**
 * Whether this consent also undoes a stop of its number: only a signed form does, dated on the day of the stop
 * or later. What somebody says on a call cannot be shown to anybody afterwards.
 */
export const undoesStop = (
  { given, channel, givenOn }: Pick<RecordConsentInput, "given" | "channel" | "givenOn">,
  stoppedOn: string,
): boolean => given && channel === "form" && givenOn >= stoppedOn;

/** What is kept of how we know. Throws Invalid where that cannot be, with a sentence at its field. */
export function evidenceOf(input: RecordConsentInput, programs: readonly ProgramOfPatient[], today: string) {
  const { given, channel, givenOn, note, wordsVersion, language } = input;
  if (givenOn > today) refuse("givenOn", "This day is still to come.");
  if (givenOn < Temporal.PlainDate.from(today).subtract({ years: yearsBack }).toString())
    refuse("givenOn", `This day is more than ${yearsBack} years ago. Check the year.`);

  const basis = channel === "form" ? ("document" as const) : ("patient" as const);
  const nothingShown = { basis, channel, note, words: null, wordsVersion: null, language: null };
  if (!given) return nothingShown;
  if (channel === "text")
    refuse("channel", "A text alone does not give consent. Ask on a call, in person or by a form.");
  if (channel === "form" && !note) refuse("note", "Say where the signed form lies.");
  if (channel === "form" && wordsVersion === null) return { ...nothingShown, language };

  const shown = shownWords("consent", channel === "form" ? "written" : "spoken", input, programs);
  return { ...nothingShown, ...shown };
}

/** The very words of this version. Throws Invalid when there are none of this kind and language. */
export function shownWords(
  about: "consent" | "notice",
  form: SpokenOrWritten,
  { wordsVersion, language }: { wordsVersion: string | null; language: string | null },
  programs: readonly ProgramOfPatient[],
) {
  if (wordsVersion === null || language === null) refuse("language", "Choose the language of the words.");
  const kind: WordsKind = `${about}_${form}`;
  const found = wordsOf(wordsVersion, programs);
  if (!found || found.kind !== kind || found.language !== language)
    refuse("language", "These words are no longer in use. Reload the page and use those that it shows.");
  return { words: found.text, wordsVersion: found.version, language: found.language };
}

function refuse(field: string, sentence: string): never {
  throw new Invalid(sentence, { [field]: [sentence] });
}
