import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ProgramSummary } from "@/lib/programs/types";
import { allowLinksAction } from "./actions";

export function LinksForm({ program }: { program: Pick<ProgramSummary, "id" | "linkHosts"> }) {
  const seen = program.linkHosts.join(", ");
  return (
    <ActionForm action={allowLinksAction}>
      <input type="hidden" name="programId" value={program.id} />
      <input type="hidden" name="seen" value={seen} />
      <FormTextarea
        key={seen}
        name="hosts"
        label="Hosts"
        hint="One a line, such as valleycare.example. What lies below them counts too. Empty: no links."
        defaultValue={program.linkHosts.join("\n")}
        rows={3}
        maxLength={3_000}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton pendingLabel="Saving">Save hosts</SubmitButton>
      </div>
    </ActionForm>
  );
}
