import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { relationships } from "@/lib/patients/types-record";
import { addPhoneAction } from "./actions";
import { relationshipWords } from "./words";

/** One more number, as the patient or somebody close to them says it. */
export function AddPhoneForm({ patientId }: { patientId: string }) {
  return (
    <ActionForm action={addPhoneAction} after="clear">
      <input type="hidden" name="patientId" value={patientId} />
      <FormText
        name="number"
        label="Number"
        hint="With its area code, such as (212) 555-0123."
        type="tel"
        autoComplete="off"
        maxLength={60}
        className="max-w-100"
      />
      <FormRadios
        name="relationship"
        label="Whose phone"
        options={relationships.map((value) => ({ value, label: relationshipWords[value] }))}
        defaultValue="self"
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Adding">
          Add the number
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
