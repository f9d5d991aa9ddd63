import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { roleWords } from "@/lib/users/types";
import { addUserAction } from "./actions";

const roles = [
  { value: "nurse", label: roleWords.nurse, hint: "Reads and answers patients of their programs." },
  {
    value: "manager",
    label: roleWords.manager,
    hint: "Runs rosters, campaigns and results of their programs. Sees no messages.",
  },
  {
    value: "admin",
    label: roleWords.admin,
    hint: "Keeps people, numbers and the audit trail. Sees no patients.",
  },
];

export function AddPersonForm() {
  return (
    <ActionForm action={addUserAction} after="clear">
      <FormText name="name" label="Name" autoComplete="off" className="max-w-100" />
      <FormText name="email" label="Email address" type="email" autoComplete="off" className="max-w-100" />
      <FormRadios name="role" label="What they do" options={roles} defaultValue="nurse" />
      <div>
        <SubmitButton pendingLabel="Adding">Add this person</SubmitButton>
      </div>
    </ActionForm>
  );
}
