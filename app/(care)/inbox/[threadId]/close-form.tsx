import { closeThreadAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { dispositions } from "@/lib/inbox/types";

/** How it ended. It opens again by itself when the patient texts. */
export function CloseForm({ threadId, seen }: { threadId: string; seen: string | null }) {
  return (
    <ActionForm action={closeThreadAction} className="gap-3">
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="seen" value={seen ?? ""} />
      <FormSelect
        name="disposition"
        label="How it ended"
        placeholder="Choose"
        options={Object.entries(dispositions).map(([value, { words }]) => ({ value, label: words }))}
      />
      <SubmitButton variant="secondary" pendingLabel="Closing" className="justify-self-start">
        Close conversation
      </SubmitButton>
    </ActionForm>
  );
}
