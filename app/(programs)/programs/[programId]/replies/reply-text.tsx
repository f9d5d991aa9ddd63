"use client";

import { useId, useState } from "react";
import { FormTextarea } from "@/components/forms/field";
import { useFieldValue } from "@/components/forms/form-state";
import { CountLine } from "@/components/messages/count-line";
import { encodingWords, sizeWords } from "@/components/messages/count-words";
import { exampleName } from "@/lib/campaigns/types";
import { type CannedLanguage, cannedLanguageWords } from "@/lib/inbox/types-canned";
import { normaliseText, segmentsOf } from "@/lib/messaging/segments";
import { longestText } from "@/lib/messaging/types";

type Props = {
  language: CannedLanguage;
  start: string;
  brand: string;
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
};

/** One language's words, with their size and what a patient would read. */
export function ReplyText({ language, start, brand, segmentCostMicros }: Props) {
  const typed = useFieldValue(language);
  const [body, setBody] = useState(typed ?? start);
  const countId = useId();
  const words = normaliseText(body).replaceAll("{first_name}", exampleName).replaceAll("{brand}", brand);
  const count = segmentsOf(words);
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-1">
        <FormTextarea
          name={language}
          label={`Words in ${cannedLanguageWords[language]}`}
          optional={language !== "en"}
          hint={
            language === "en" ? "{first_name} and {brand} are filled in. Keep health out of it." : undefined
          }
          lang={language}
          rows={3}
          maxLength={longestText}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          aria-describedby={countId}
        />
        <CountLine id={countId}>
          {words !== "" && `${sizeWords(count, segmentCostMicros, exampleName)} ${encodingWords(count)}`}
        </CountLine>
      </div>
      <figure className="grid content-start gap-2 rounded bg-sunken p-4">
        <figcaption className="text-muted text-sm">
          What {exampleName} would get, in {cannedLanguageWords[language]}
        </figcaption>
        <p
          lang={language}
          className="max-w-[34ch] justify-self-start whitespace-pre-wrap break-words rounded border bg-surface px-3 py-2 text-lg"
        >
          {words === "" ? <span className="text-muted">Nothing written yet</span> : words}
        </p>
      </figure>
    </div>
  );
}
