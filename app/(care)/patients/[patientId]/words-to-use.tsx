"use client";

import type { WordsOffered } from "@/lib/patients/types";

type Props = { words: WordsOffered | undefined };

/** What to read out, or what the form has to show. Sends its version along. */
export function WordsToUse({ words }: Props) {
  if (!words) return null;
  const heading = words.form === "spoken" ? "Read this out" : "The form says";
  return (
    <figure className="rounded bg-sunken px-3 py-2.5">
      <input type="hidden" name="wordsVersion" value={words.version} />
      <figcaption className="font-medium">{heading}</figcaption>
      <blockquote lang={words.language} aria-live="polite" className="text-lg">
        {words.text}
      </blockquote>
    </figure>
  );
}

const names = { en: "English", es: "Spanish", zh: "Chinese" } as const;

/** The languages of these words, as a select wants them. */
export const languagesOf = (words: readonly WordsOffered[]) =>
  [...new Set(words.map(({ language }) => language))].map((value) => ({ value, label: names[value] }));

/** The patient's own language where there are words in it; else nothing, so that somebody chooses. */
export const firstLanguage = (words: readonly WordsOffered[], spoken: string): string =>
  words.find(({ language }) => spoken === language || spoken.startsWith(`${language}-`))?.language ?? "";
