"use client";

import { addNoteAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { longestThreadNote } from "@/lib/inbox/types-working";
import { ActDialog } from "./act-dialog";

/** For colleagues alone. */
export function NoteDialog({ threadId }: { threadId: string }) {
  return (
    <ActDialog
      label="Note"
      keyName="i"
      keyWords="Write a note"
      title="Write a note"
      description={<p>It stands in this conversation. Your team sees it, the patient never does.</p>}
    >
      {({ close, buttons }) => (
        <ActionForm action={addNoteAction} onDone={close}>
          <input type="hidden" name="threadId" value={threadId} />
          <FormTextarea name="words" label="Note" rows={4} maxLength={longestThreadNote} />
          {buttons(<SubmitButton pendingLabel="Saving">Save note</SubmitButton>)}
        </ActionForm>
      )}
    </ActDialog>
  );
}
