"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormSelect } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WordsOffered } from "@/lib/patients/types";
import type { ActionState } from "@/lib/web/types";
import { firstLanguage, languagesOf, WordsToUse } from "./words-to-use";

type Props = {
  patient: { id: string; language: string };
  /** The newest entry on this page. */
  seen: string | null;
  words: WordsOffered[];
  action: (prev: ActionState, data: FormData) => Promise<ActionState>;
};

const channels = [
  { value: "call", label: "On a call" },
  { value: "in_person", label: "In person" },
  { value: "form", label: "On a signed form" },
];

/** The nurse tells the patient that texts are not private, and writes down what they want. */
export function NoticeForm(props: Props) {
  // Fields remember what was chosen; after each entry they begin anew.
  const [entry, setEntry] = useState(0);
  return (
    <ActionForm action={props.action} onDone={() => setEntry(entry + 1)}>
      <Fields key={entry} {...props} />
    </ActionForm>
  );
}

function Fields({ patient, seen, words }: Props) {
  const [channel, setChannel] = useState("");
  const [language, setLanguage] = useState(() => firstLanguage(words, patient.language));
  const form = channel === "form" ? "written" : "spoken";
  const chosen = channel === "" ? undefined : words.find((w) => w.form === form && w.language === language);

  return (
    <>
      <input type="hidden" name="patientId" value={patient.id} />
      <input type="hidden" name="seen" value={seen ?? ""} />
      <FormSelect
        name="channel"
        label="How they are told"
        placeholder="Choose"
        options={channels}
        value={channel}
        onChange={(event) => setChannel(event.target.value)}
        className="max-w-100"
      />
      <FormSelect
        name="language"
        label="Language"
        placeholder="Choose"
        options={languagesOf(words)}
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
        className="max-w-100"
      />
      <WordsToUse words={chosen} />
      <FormRadios
        name="accepted"
        label="What they want"
        options={[
          { value: "yes", label: "Texts all the same" },
          { value: "no", label: "Rather no texts", hint: "This takes no consent back. Record that above." },
        ]}
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Recording">
          Record
        </SubmitButton>
      </div>
    </>
  );
}
