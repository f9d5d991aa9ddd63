"use client";

import { recordOutsideAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormTextarea } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { longestThreadNote, outsideWays } from "@/lib/inbox/types-working";
import { ActDialog } from "./act-dialog";

type Props = { threadId: string; seen: string | null };

const ways = Object.entries(outsideWays).map(([value, label]) => ({ value, label }));

/** A call or a visit that answered the patient. */
export function OutsideDialog({ threadId, seen }: Props) {
  return (
    <ActDialog
      label="Reached"
      keyName="p"
      keyWords="Reached by phone or another way"
      title="How did you reach the patient?"
      description={<p>They no longer wait for an answer. The conversation stays open.</p>}
    >
      {({ close, buttons }) => (
        <ActionForm action={recordOutsideAction} onDone={close}>
          <input type="hidden" name="threadId" value={threadId} />
          <input type="hidden" name="seen" value={seen ?? ""} />
          <FormRadios name="how" label="How" labelHidden options={ways} defaultValue="phone" />
          <FormTextarea name="words" label="What came of it" rows={3} maxLength={longestThreadNote} />
          {buttons(<SubmitButton pendingLabel="Recording">Record this contact</SubmitButton>)}
        </ActionForm>
      )}
    </ActDialog>
  );
}
