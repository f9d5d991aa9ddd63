import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { senderKindWords } from "@/lib/programs/types";
import { addSenderAction } from "./actions";

const kinds = [
  { value: "10dlc", label: senderKindWords["10dlc"] },
  {
    value: "toll_free",
    label: senderKindWords.toll_free,
    hint: "The network itself answers a STOP to these, so Hearback sends no second confirmation.",
  },
  { value: "short_code", label: senderKindWords.short_code },
];

export function AddNumberForm() {
  return (
    <ActionForm action={addSenderAction} after="clear">
      <FormText
        name="number"
        label="Number"
        hint="With its area code, such as (212) 555-0123; a short code as its digits."
        inputMode="tel"
        autoComplete="off"
        className="max-w-80"
      />
      <FormRadios name="kind" label="Kind" options={kinds} defaultValue="10dlc" />
      <FormText
        name="segmentsPerSecond"
        label="Segments a second"
        hint="How fast the carrier lets this number send. Hearback never goes faster."
        inputMode="numeric"
        autoComplete="off"
        defaultValue="10"
        className="max-w-80"
      />
      <div>
        <SubmitButton pendingLabel="Adding">Add this number</SubmitButton>
      </div>
    </ActionForm>
  );
}
