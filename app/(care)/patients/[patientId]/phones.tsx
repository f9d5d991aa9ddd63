import { consentLine } from "@/app/(care)/consent-line";
import { AskFirst } from "@/components/forms/ask-first";
import { EmptyState } from "@/components/ui/empty-state";
import { type Fact, Facts } from "@/components/ui/facts";
import { Status } from "@/components/ui/status";
import type { TextingAnswer } from "@/lib/messaging/types";
import { displayPhone } from "@/lib/patients/phone-number";
import type { PatientDetail, PatientPhone } from "@/lib/patients/types";
import { endPhoneAction } from "./actions";
import { lineWords, relationshipWords } from "./words";

type Props = { patient: PatientDetail; answers: TextingAnswer[] };

/** Each number of the patient: what may go to it now, and what that rests on. */
export function Phones({ patient, answers }: Props) {
  if (patient.phones.length === 0)
    return (
      <EmptyState title="No phone number on file">
        <p>Add it below, or a roster that names it does. Until then nobody can text them.</p>
      </EmptyState>
    );
  return (
    <div className="grid gap-6">
      {patient.phones.map((phone) => {
        const number = displayPhone(phone.number);
        return (
          <section key={phone.id} aria-label={number}>
            <h3 className="font-medium tabular-nums">{number}</h3>
            <Facts
              facts={[
                ...answersOf(
                  answers.filter((answer) => answer.phoneId === phone.id),
                  patient.programs.length > 1,
                ),
                { term: "Consent", detail: consentLine(phone.consent, patient.timeZone) },
                { term: "Whose phone", detail: whose(phone) },
                { term: "Line", detail: lineWords(phone, patient.timeZone) },
              ]}
            />
            <AskFirst
              action={endPhoneAction}
              values={{ patientId: patient.id, phoneId: phone.id }}
              verb="Take this number away"
              pending="Taking away"
              question={`Is ${number} not theirs any more? Its texts stay on file.`}
              className="mt-2 print:hidden"
            />
          </section>
        );
      })}
    </div>
  );
}

function answersOf(answers: TextingAnswer[], severalPrograms: boolean): Fact[] {
  return answers.map(({ purpose, program, may, sentence }) => ({
    term: `${purpose === "outreach" ? "Campaigns" : "Replies"}${severalPrograms ? `, ${program}` : ""}`,
    detail: (
      <Status
        tone={may ? "success" : sentence.startsWith("No.") ? "danger" : "warning"}
        className="items-start whitespace-normal text-base [&_svg]:mt-1"
      >
        {sentence}
      </Status>
    ),
  }));
}

function whose({ relationship, others }: PatientPhone): string {
  if (others === 0) return relationshipWords[relationship];
  return `${relationshipWords[relationship]}, also used by ${others} ${others === 1 ? "other person" : "other people"}`;
}
