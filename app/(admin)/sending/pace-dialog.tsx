import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { FormText } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import type { SenderStanding } from "@/lib/messaging/types";
import { displayPhone } from "@/lib/patients/phone-number";
import { paceSenderAction } from "./actions";

/** Changes how fast, and how much in a day, one number may send. */
export function PaceDialog({ sender }: { sender: SenderStanding }) {
  const number = displayPhone(sender.number);
  return (
    <ConfirmDialog
      trigger={<Button aria-label={`Change the pace of ${number}`}>Change</Button>}
      title={`How fast ${number} sends`}
      description={<p>What the carrier granted this number. Hearback never goes faster.</p>}
      confirm="Change the pace"
      pending="Changing"
      action={paceSenderAction}
      values={{ senderId: sender.id }}
    >
      <FormText
        name="segmentsPerSecond"
        label="Segments a second"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={String(sender.segmentsPerSecond)}
      />
      <FormText
        name="segmentsPerDay"
        label="Segments a day"
        optional
        hint="Empty where there is no cap. A fifth of it is kept for replies."
        inputMode="numeric"
        autoComplete="off"
        defaultValue={sender.segmentsPerDay === null ? "" : String(sender.segmentsPerDay)}
      />
    </ConfirmDialog>
  );
}
