"use client";

import { useDeferredValue, useId, useRef, useState } from "react";
import { FormTextarea } from "@/components/forms/field";
import { useFieldValue } from "@/components/forms/form-state";
import { CountLine } from "@/components/messages/count-line";
import { encodingWords, sizeWords } from "@/components/messages/count-words";
import { Findings } from "@/components/messages/findings";
import { Button } from "@/components/ui/button";
import { fieldProblems } from "@/lib/campaigns/templates";
import {
  type CampaignLanguage,
  exampleName,
  languageWords,
  mergeFields,
  mergeFieldWords,
} from "@/lib/campaigns/types";
import { checkText } from "@/lib/messaging/outgoing-text";
import { normaliseText, segmentsOf } from "@/lib/messaging/segments";
import { longestText } from "@/lib/messaging/types";
import { PhonePreview } from "./phone-preview";

type Props = {
  language: CampaignLanguage;
  /** What is written so far. */
  start: string;
  brand: string;
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
  /** Hosts that texts may link to. */
  linkHosts: string[];
};

/** One language's text: written on the left, on the right what somebody would get. */
export function TextEditor({ language, start, brand, segmentCostMicros, linkHosts }: Props) {
  const typed = useFieldValue(language);
  const [body, setBody] = useState(typed ?? start);
  const area = useRef<HTMLTextAreaElement>(null);
  const countId = useId();
  const problemsId = useId();
  const [opened] = useState(() => new Date());
  const leaves = normaliseText(body);
  const example = normaliseText(leaves.replaceAll("{first_name}", exampleName).replaceAll("{brand}", brand));
  const count = segmentsOf(example);
  // Typing goes first. What the server just refused stands at the field already.
  const looked = useDeferredValue(leaves);
  const refused = typed !== undefined && normaliseText(typed) === leaves;
  const problems = refused
    ? []
    : [
        ...fieldProblems(looked),
        ...checkText(looked, {
          brand,
          language,
          now: opened,
          first: true,
          template: true,
          allowedLinks: linkHosts,
        }).map(({ sentence }) => sentence),
      ];

  function insert(field: string) {
    const element = area.current;
    if (!element) return;
    element.setRangeText(`{${field}}`, element.selectionStart, element.selectionEnd, "end");
    setBody(element.value);
    element.focus();
  }

  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-2">
        <FormTextarea
          ref={area}
          name={language}
          label={`Text in ${languageWords[language]}`}
          lang={language}
          rows={4}
          maxLength={longestText}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          aria-describedby={`${countId} ${problemsId}`}
        />
        <CountLine id={countId}>
          {sizeWords(count, segmentCostMicros, exampleName)} {encodingWords(count)}
        </CountLine>
        <div id={problemsId} className="grid gap-1 text-muted empty:hidden">
          {problems.length > 0 && (
            <>
              <p>Before it can be saved:</p>
              <Findings findings={problems.map((sentence) => ({ sentence }))} />
            </>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {mergeFields.map((field) => (
            <Button key={field} onClick={() => insert(field)}>
              Insert {mergeFieldWords[field].toLowerCase()}
              <span className="sr-only"> into the {languageWords[language]} text</span>
            </Button>
          ))}
        </div>
      </div>
      <PhonePreview
        label={`What ${exampleName} would get, in ${languageWords[language]}`}
        language={language}
        text={example}
      />
    </div>
  );
}
