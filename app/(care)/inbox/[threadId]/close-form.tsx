"use client";

import { useState } from "react";
import { closeThreadAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { dispositions } from "@/lib/inbox/types";

type Props = { threadId: string; seen: string | null; patients: { id: string; name: string }[] };

/** How it ended. It opens again by itself when the patient texts. */
export function CloseForm({ threadId, seen, patients }: Props) {
  const [disposition, setDisposition] = useState("");
  const asksWho = disposition === "wrong_number" && patients.length > 1;
  return (
    <ActionForm action={closeThreadAction} className="gap-3">
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="seen" value={seen ?? ""} />
      <FormSelect
        name="disposition"
        label="How it ended"
        placeholder="Choose"
        options={Object.entries(dispositions).map(([value, { words }]) => ({ value, label: words }))}
        value={disposition}
        onChange={(event) => setDisposition(event.target.value)}
      />
      {asksWho && (
        <FormSelect
          name="patientId"
          label="Wrong number for"
          placeholder="Choose a patient"
          options={patients.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {disposition === "wrong_number" && patients.length > 0 && (
        <p className="text-muted">
          The number is then no longer theirs. Anybody else who has it keeps it, and texts to them go on.
        </p>
      )}
      <SubmitButton variant="secondary" pendingLabel="Closing" className="justify-self-start">
        Close conversation
      </SubmitButton>
    </ActionForm>
  );
}
