import { Section } from "@/components/ui/page-frame";
import type { PatientDetail } from "@/lib/patients/types";
import { recordConsentAction, recordRiskNoticeAction } from "./actions";
import { ConsentForm } from "./consent-form";
import { ConsentHistory } from "./consent-history";
import { Disclosed } from "./disclosed";
import { NoticeForm } from "./notice-form";
import { NoticeHistory } from "./notice-history";
import { noticeLine, phonesToChoose } from "./words";

/** What they said about being texted, and of texts not being private; both can be recorded. */
export function ConsentSection({ patient }: { patient: PatientDetail }) {
  const { id, language, timeZone: zone, today } = patient;
  return (
    <>
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
    </>
  );
}
