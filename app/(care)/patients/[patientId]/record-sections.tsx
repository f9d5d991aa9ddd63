import { HoldControls } from "@/app/(care)/hold-controls";
import { isHeld } from "@/app/(care)/standing-line";
import { Section } from "@/components/ui/page-frame";
import type { PatientRecords } from "@/lib/patients/queries-records";
import { EndedNumbers } from "./ended-numbers";
import { JoinedRecords } from "./joined-records";
import { NumbersToReport } from "./numbers-to-report";
import { OtherRecord } from "./other-record";

type Props = { patient: { id: string; name: string; timeZone: string }; records: PatientRecords };

/** What can be put right about a record: whom outreach must spare, which numbers are theirs, and which records are one. */
export function RecordSections({ patient, records }: Props) {
  return (
    <>
      {!isHeld(records.standing) && (
        <Section
          title="Something sensitive happened"
          lead="A loss or a death: one act holds all outreach to them, in every program."
        >
          <HoldControls patient={{ ...patient, standing: records.standing }} />
        </Section>
      )}
      <Section title="Is this still their number?">
        <NumbersToReport patient={patient} numbers={records.numbers} />
        <EndedNumbers patient={patient} ended={records.ended} />
      </Section>
      <Section
        title="This is the same person as …"
        lead="When somebody stands in the list twice, one record is kept and the other is read by way of it."
      >
        <JoinedRecords zone={patient.timeZone} joined={records.joined} />
        <OtherRecord patientId={patient.id} doubles={records.doubles} />
      </Section>
    </>
  );
}
