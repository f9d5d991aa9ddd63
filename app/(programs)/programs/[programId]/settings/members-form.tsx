import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ProgramSummary } from "@/lib/programs/types";
import { roleWords, type StaffChoice } from "@/lib/users/types";
import { setMembersAction } from "./actions";

type Props = {
  program: Pick<ProgramSummary, "id" | "members">;
  staff: StaffChoice[];
  /** The manager who chooses stays in. */
  self: string;
};

export function MembersForm({ program, staff, self }: Props) {
  const inside = program.members.filter((member) => !member.disabled).map((member) => member.id);
  const disabled = program.members.filter((member) => member.disabled);

  return (
    <ActionForm action={setMembersAction}>
      <input type="hidden" name="programId" value={program.id} />
      <input type="hidden" name="seen" value={inside.join(",")} />
      <fieldset>
        <legend className="sr-only">People in this program</legend>
        {staff.map((person) => (
          <FormCheckbox
            key={`${person.id} ${inside.includes(person.id)}`}
            name="userIds"
            value={person.id}
            label={`${person.name}, ${roleWords[person.role].toLowerCase()}${person.id === self ? " (you)" : ""}`}
            defaultChecked={inside.includes(person.id)}
            disabled={person.id === self}
          />
        ))}
      </fieldset>
      {disabled.length > 0 && (
        <p className="text-muted">
          Also here, with a disabled account: {disabled.map((member) => member.name).join(", ")}.
        </p>
      )}
      <div>
        <SubmitButton pendingLabel="Saving">Save who is in this program</SubmitButton>
      </div>
    </ActionForm>
  );
}
