import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormRadios, FormSelect, FormText } from "@/components/forms/field";
import { Section } from "@/components/ui/page-frame";
import { SubmitButton } from "@/components/ui/submit-button";
import { zoneWords } from "@/components/ui/time-words";
import { displayPhone } from "@/lib/patients/phone-number";
import { commonZones, type SenderChoice, senderKindWords } from "@/lib/programs/types";
import { roleWords, type StaffChoice } from "@/lib/users/types";
import { createProgramAction } from "./actions";
import { HoursFields } from "./hours-fields";

const zones = commonZones.map((zone) => ({ value: zone, label: zoneWords(zone) }));

export function ProgramForm({ staff, senders }: { staff: StaffChoice[]; senders: SenderChoice[] }) {
  return (
    <ActionForm action={createProgramAction} className="gap-0">
      <Section title="What it is for">
        <div className="grid max-w-120 gap-4">
          <FormText name="name" label="Name of the program" hint="Only staff see it." autoComplete="off" />
          <FormText
            name="desiredAction"
            label="Desired action"
            hint="What patients should do, as you will report it: Came to a prenatal visit."
            autoComplete="off"
          />
          <FormText
            name="windowDays"
            label="Days to do it"
            hint="It counts when it happens within this many days of the first text."
            inputMode="numeric"
            defaultValue="30"
            autoComplete="off"
          />
        </div>
      </Section>

      <Section title="How patients see it">
        <div className="grid max-w-120 gap-4">
          <FormText
            name="brand"
            label="Name that texts use"
            hint="The clinic's name as patients know it, such as Valley Care. It says nothing about health."
            autoComplete="off"
          />
          <FormRadios
            name="senderId"
            label="Number that texts come from"
            hint="It stays with this program."
            defaultValue={senders[0]?.id}
            options={senders.map((sender) => ({
              value: sender.id,
              label: displayPhone(sender.number),
              hint: senderKindWords[sender.kind],
            }))}
          />
        </div>
      </Section>

      <Section
        title="Who answers, and when"
        lead="Patients who write outside these hours wait until the next ones."
      >
        <div className="grid max-w-120 gap-4">
          <FormSelect name="timeZone" label="Time zone" options={zones} defaultValue={zones[0]?.value} />
          <HoursFields />
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">People in this program, besides you</legend>
            {staff.length === 0 && (
              <p className="text-muted">Nobody else has an account yet. You can add people later.</p>
            )}
            {staff.map((person) => (
              <FormCheckbox
                key={person.id}
                name="memberIds"
                value={person.id}
                label={`${person.name}, ${roleWords[person.role].toLowerCase()}`}
              />
            ))}
          </fieldset>
        </div>
      </Section>

      <Section title="What it costs">
        <FormText
          name="segmentCost"
          label="Dollars for one segment"
          hint="From the carrier's price list. A short text is one segment; longer ones are several."
          inputMode="decimal"
          defaultValue="0.0075"
          autoComplete="off"
          className="max-w-120"
        />
      </Section>

      <div className="mt-10">
        <SubmitButton pendingLabel="Creating">Create this program</SubmitButton>
      </div>
    </ActionForm>
  );
}
