"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormSelect, FormText, FormTextarea } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { longestNote, type WordsOffered } from "@/lib/patients/types";
import type { ActionState } from "@/lib/web/types";
import { StopAndConsent } from "./stop-and-consent";
import { firstLanguage, languagesOf, WordsToUse } from "./words-to-use";

export type PhoneToChoose = {
  id: string;
  label: string;
  stop: { at: string; on: string; words: string } | null;
  others: number;
  /** The newest entry on this page for this number. */
  seen: string | null;
};

type Props = {
  patient: { id: string; language: string; today: string };
  phones: PhoneToChoose[];
  words: WordsOffered[];
  action: (prev: ActionState, data: FormData) => Promise<ActionState>;
};

export function ConsentForm(props: Props) {
  // Fields remember what was chosen; after each entry they begin anew.
  const [entry, setEntry] = useState(0);
  return (
    <ActionForm action={props.action} onDone={() => setEntry(entry + 1)}>
      <Fields key={entry} {...props} />
    </ActionForm>
  );
}

const answers = [
  { value: "yes", label: "They agree to texts" },
  { value: "no", label: "They take consent back" },
];
const channels = [
  { value: "call", label: "On a call" },
  { value: "in_person", label: "In person" },
  { value: "form", label: "On a signed form" },
];
const whoseWords = [
  { value: "ours", label: "The words below" },
  { value: "other", label: "Other words" },
];

function Fields({ patient, phones, words }: Props) {
  const [phoneId, setPhoneId] = useState(phones.length === 1 ? (phones[0]?.id ?? "") : "");
  const [given, setGiven] = useState("yes");
  const [channel, setChannel] = useState("");
  const [language, setLanguage] = useState(() => firstLanguage(words, patient.language));
  const [ours, setOurs] = useState(true);
  const [day, setDay] = useState(patient.today);
  const phone = phones.find(({ id }) => id === phoneId);
  const agrees = given === "yes";
  const onForm = channel === "form";
  const shown = words.find((w) => w.form === (onForm ? "written" : "spoken") && w.language === language);

  return (
    <>
      <input type="hidden" name="patientId" value={patient.id} />
      <input type="hidden" name="seen" value={phone?.seen ?? ""} />
      {phones.length === 1 ? (
        <input type="hidden" name="phoneId" value={phoneId} />
      ) : (
        <FormSelect
          name="phoneId"
          label="Number"
          placeholder="Choose"
          options={phones.map(({ id, label }) => ({ value: id, label }))}
          value={phoneId}
          onChange={(event) => setPhoneId(event.target.value)}
          className="max-w-100"
        />
      )}
      <FormRadios
        name="given"
        label="What they say"
        options={answers}
        defaultValue={given}
        onValueChange={(answer) => {
          setGiven(answer);
          // Only for taking it back: it is not among the choices any more.
          if (channel === "text") setChannel("");
        }}
      />
      <FormSelect
        name="channel"
        label="How you know"
        placeholder="Choose"
        options={agrees ? channels : [...channels, { value: "text", label: "In a text" }]}
        value={channel}
        onChange={(event) => setChannel(event.target.value)}
        className="max-w-100"
      />
      {agrees && (
        <FormSelect
          name="language"
          label="Language"
          placeholder="Choose"
          options={languagesOf(words)}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          className="max-w-100"
        />
      )}
      {agrees && onForm && (
        <FormSelect
          name="whoseWords"
          label="What the form says"
          options={whoseWords}
          value={ours ? "ours" : "other"}
          onChange={(event) => setOurs(event.target.value === "ours")}
          className="max-w-100"
        />
      )}
      {agrees && channel !== "" && (!onForm || ours) && <WordsToUse words={shown} />}
      <FormText
        name="givenOn"
        label={agrees && onForm ? "Signed on" : "On"}
        type="date"
        value={day}
        max={patient.today}
        onChange={(event) => setDay(event.target.value)}
        className="max-w-100"
      />
      <FormTextarea
        name="note"
        label={agrees && onForm ? "Where the signed form lies" : "Note"}
        optional={!(agrees && onForm)}
        hint={agrees && onForm ? undefined : "Such as who spoke for them, or the interpreter."}
        rows={2}
        maxLength={longestNote}
      />
      <StopAndConsent phone={phone} agrees={agrees} onForm={onForm} day={day} />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Recording">
          Record
        </SubmitButton>
      </div>
    </>
  );
}
