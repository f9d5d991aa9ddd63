import { recordActionAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect, FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { actionSourceWords, recordableSources } from "@/lib/outcomes/types";

type Props = { programId: string; patients: { id: string; name: string }[]; today: string };

/** The nurse writes down that the patient did what the program is for. */
export function OutcomeForm({ programId, patients, today }: Props) {
  const [only] = patients;
  return (
    <ActionForm action={recordActionAction} className="gap-3">
      <input type="hidden" name="programId" value={programId} />
      {patients.length > 1 ? (
        <FormSelect
          name="patientId"
          label="Who"
          placeholder="Choose a patient"
          options={patients.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="patientId" value={only?.id ?? ""} />
      )}
      <FormText name="occurredOn" label="On" type="date" defaultValue={today} max={today} />
      <FormSelect
        name="source"
        label="Known from"
        defaultValue="self_report"
        options={recordableSources.map((source) => ({ value: source, label: actionSourceWords[source] }))}
      />
      <SubmitButton variant="secondary" pendingLabel="Recording" className="justify-self-start">
        Record
      </SubmitButton>
    </ActionForm>
  );
}
