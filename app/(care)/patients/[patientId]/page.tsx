import type { Metadata } from "next";
import { languageName } from "@/app/(care)/patients/words";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { enrollmentsOf } from "@/lib/campaigns/queries-patient";
import { threadsOfPatient } from "@/lib/inbox/queries-patient";
import { textingAnswers } from "@/lib/messaging/may-text";
import { actionsOfPatient, touchesOf } from "@/lib/outcomes/queries-patient";
import { householdOf } from "@/lib/patients/household";
import { patientDetail } from "@/lib/patients/queries-patient";
import { patientRecords } from "@/lib/patients/queries-records";
import { load, pageContext } from "@/lib/web/page-context";
import { AddPhoneForm } from "./add-phone-form";
import { ConsentSection } from "./consent-section";
import { Conversations } from "./conversations";
import { Disclosed } from "./disclosed";
import { HouseholdList } from "./household";
import { Phones } from "./phones";
import { RecordDialog } from "./record-dialog";
import { RecordFacts } from "./record-facts";
import { RecordSections } from "./record-sections";
import { StandingBanner } from "./standing-banner";
import { timelineOf } from "./timeline";
import { TimelineList } from "./timeline-list";
import { backTo } from "./words";

export const metadata: Metadata = { title: "Patient" };

export default async function PatientPage({ params, searchParams }: PageProps<"/patients/[patientId]">) {
  const ctx = await pageContext();
  const { patientId } = await params;
  const patient = await load(() => patientDetail(ctx, patientId));
  const records = await load(() => patientRecords(ctx, patientId));
  const answers = await load(() => textingAnswers(ctx, patientId));
  const household = await load(() => householdOf(ctx, patientId));
  const threads = await load(() => threadsOfPatient(ctx, patientId));
  const enrollments = await load(() => enrollmentsOf(ctx, patientId));
  const actions = await load(() => actionsOfPatient(ctx, patientId));
  const touches = await load(() => touchesOf(ctx, patientId));
  const { timeZone: zone, programs } = patient;

  return (
    <PageFrame
      width="reading"
      back={backTo((await searchParams).thread)}
      title={patient.name}
      lead={`${patient.age} years old. Speaks ${languageName(patient.language)}. In ${programs.map(({ name }) => name).join(", ")}.`}
      actions={<RecordDialog patient={patient} />}
    >
      <StandingBanner patient={patient} standing={records.standing} />
      <Section title="On file">
        <RecordFacts patient={patient} />
      </Section>
      <Section title="May we text this person now?">
        <Phones patient={patient} answers={answers} />
        <div className="mt-4">
          <Disclosed summary="Add a number">
            <AddPhoneForm patientId={patient.id} />
          </Disclosed>
        </div>
      </Section>
      <ConsentSection patient={patient} />
      <Section title="Household" lead="People who share a phone.">
        <HouseholdList household={household} />
      </Section>
      <Section title="Conversations">
        <Conversations threads={threads} now={patient.now} zone={zone} />
      </Section>
      <Section title="What happened" lead="Campaigns, what they did, and other contacts.">
        <TimelineList
          happenings={timelineOf({ enrollments, actions, touches }, zone)}
          severalPrograms={programs.length > 1}
        />
      </Section>
      <RecordSections patient={patient} records={records} />
      <LiveRefresh kinds={["stop.changed", "program.changed"]} />
      <LiveRefresh kinds={["patient.changed", "action.recorded"]} patientId={patient.id} />
    </PageFrame>
  );
}
