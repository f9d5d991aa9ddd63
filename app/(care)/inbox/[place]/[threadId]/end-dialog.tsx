"use client";

import { useState } from "react";
import { closeThreadAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Disposition, dispositions } from "@/lib/inbox/types";
import { ActDialog } from "./act-dialog";
import { endingWords } from "./ending-words";

type Props = {
  threadId: string;
  seen: string | null;
  patients: { id: string; name: string }[];
  onward: string;
};

const endings = Object.entries(dispositions).map(([value, { words }]) => ({ value, label: words }));
const isDisposition = (value: string): value is Disposition => Object.hasOwn(dispositions, value);

/** How it ended, and what that stops or holds, in one act. It opens again by itself when the patient texts. */
export function EndDialog({ threadId, seen, patients, onward }: Props) {
  const [ending, setEnding] = useState("");
  const [chosen, setChosen] = useState("");
  const disposition = isDisposition(ending) ? ending : null;
  const [only, ...more] = patients;
  const asksWho = disposition !== null && dispositions[disposition].ofPatient && more.length > 0;
  const whose = more.length > 0 ? patients.find(({ id }) => id === chosen) : only;
  const words = disposition && !(asksWho && !whose) ? endingWords(disposition, whose?.name ?? null) : null;
  return (
    <ActDialog label="End" keyName="e" keyWords="End and say how" title="How did this end?">
      {({ buttons }) => (
        <ActionForm action={closeThreadAction}>
          <input type="hidden" name="threadId" value={threadId} />
          <input type="hidden" name="seen" value={seen ?? ""} />
          <input type="hidden" name="onward" value={onward} />
          <FormSelect
            name="disposition"
            label="How it ended"
            placeholder="Choose"
            options={endings}
            value={ending}
            onChange={(event) => setEnding(event.target.value)}
          />
          {asksWho && (
            <FormSelect
              name="patientId"
              label="Whom is it about?"
              placeholder="Choose a patient"
              options={patients.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
          {words && <p className="text-muted">{words.effect}</p>}
          {buttons(
            <SubmitButton pendingLabel="Closing" className="h-auto max-w-full whitespace-normal py-1">
              {words?.button ?? "Close conversation"}
            </SubmitButton>,
          )}
        </ActionForm>
      )}
    </ActDialog>
  );
}
