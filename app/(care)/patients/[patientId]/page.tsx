import type { Metadata } from "next";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { calendarDay } from "@/components/ui/time-words";
import { textingAnswers } from "@/lib/messaging/may-text";
import { patientDetail } from "@/lib/patients/queries-patient";
import { patientRecords } from "@/lib/patients/queries-records";
import { load, pageContext } from "@/lib/web/page-context";
import { recordConsentAction, recordRiskNoticeAction } from "./actions";
import { ConsentForm } from "./consent-form";
import { ConsentHistory } from "./consent-history";
import { Disclosed } from "./disclosed";
import { NoticeForm } from "./notice-form";
import { NoticeHistory } from "./notice-history";
import { Phones } from "./phones";
import { RecordSections } from "./record-sections";
import { StandingBanner } from "./standing-banner";
import { languageName, noticeLine, phonesToChoose } from "./words";

export const metadata: Metadata = { title: "Patient" };

export default async function PatientPage({ params }: PageProps<"/patients/[patientId]">) {
  const ctx = await pageContext();
  const { patientId } = await params;
  const patient = await load(() => patientDetail(ctx, patientId));
  const records = await load(() => patientRecords(ctx, patientId));
  const answers = await load(() => textingAnswers(ctx, patientId));
  const { id, language, timeZone: zone, today } = patient;
  const born = calendarDay(new Date(`${patient.birthDate}T12:00Z`), "UTC");

  return (
    <PageFrame
      width="reading"
      back={{ href: "/inbox", label: "Inbox" }}
      title={patient.name}
      lead={`${patient.age} years old, born ${born}. Speaks ${languageName(language)}. In ${patient.programs.map((program) => program.name).join(", ")}.`}
    >
      <StandingBanner patient={patient} standing={records.standing} />
      <Section title="May we text this person now?">
        <Phones patient={patient} answers={answers} />
      </Section>
      <Section title="Consent to texts" lead="For each number. The newest entry holds.">
        {patient.phones.length > 0 && (
          <Disclosed summary="Record consent, or that it was taken back">
            <ConsentForm
              patient={{ id, language, today }}
              phones={phonesToChoose(patient)}
              words={patient.consentWords}
              action={recordConsentAction}
            />
          </Disclosed>
        )}
        <ConsentHistory entries={patient.consents} zone={zone} />
      </Section>
      <Section title="Texts are not private" lead={noticeLine(patient.notices[0], zone)}>
        <Disclosed summary="Record what they were told">
          <NoticeForm
            patient={{ id, language }}
            seen={patient.notices[0]?.id ?? null}
            words={patient.noticeWords}
            action={recordRiskNoticeAction}
          />
        </Disclosed>
        <NoticeHistory entries={patient.notices} zone={zone} />
      </Section>
      <RecordSections patient={patient} records={records} />
      <LiveRefresh kinds={["stop.changed", "patient.changed"]} />
    </PageFrame>
  );
}
