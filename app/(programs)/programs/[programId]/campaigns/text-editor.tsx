"use client";

import { useId, useRef, useState } from "react";
import { SegmentedMessage } from "sms-segments-calculator";
import { FormTextarea } from "@/components/forms/field";
import { useFieldValue } from "@/components/forms/form-state";
import { Button } from "@/components/ui/button";
import {
  type CampaignLanguage,
  exampleName,
  languageWords,
  mergeFields,
  mergeFieldWords,
} from "@/lib/campaigns/types";
import { PhonePreview } from "./phone-preview";

type Props = {
  language: CampaignLanguage;
  /** What is written so far. */
  start: string;
  brand: string;
};

/** One language's text: written on the left, on the right what somebody would get. */
export function TextEditor({ language, start, brand }: Props) {
  const typed = useFieldValue(language);
  const [body, setBody] = useState(typed ?? start);
  const area = useRef<HTMLTextAreaElement>(null);
  const countId = useId();
  const example = body.replaceAll("{first_name}", exampleName).replaceAll("{brand}", brand);

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
          value={body}
          onChange={(event) => setBody(event.target.value)}
          aria-describedby={countId}
        />
        <p id={countId} className="figures text-muted text-sm">
          <Cost example={example} />
        </p>
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

function Cost({ example }: { example: string }) {
  const {
    segmentsCount: segments,
    numberOfCharacters: characters,
    encodingName,
  } = new SegmentedMessage(example.normalize("NFC").trim());
  const count = `${characters} ${characters === 1 ? "character" : "characters"}, ${segments} ${segments === 1 ? "segment" : "segments"} for ${exampleName}`;
  if (encodingName !== "UCS-2") return `${count}. One segment holds 160 characters.`;
  return `${count}. A letter such as á or í, or an emoji, is in it: one segment then holds only 70 characters.`;
}
