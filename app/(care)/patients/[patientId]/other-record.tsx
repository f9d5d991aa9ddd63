import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { calendarDay } from "@/components/ui/time-words";
import type { Double } from "@/lib/patients/doubles";
import { Disclosed } from "./disclosed";
import { findOtherRecordAction } from "./merge-actions";

type Props = { patientId: string; doubles: Double[] };

const whyWords: Record<Double["why"], string> = {
  name: "Same birth date and name",
  phone: "Same birth date and phone. Twins have both in common.",
};

/** Records that look like the same person, and a way to any other by its member number. */
export function OtherRecord({ patientId, doubles }: Props) {
  return (
    <>
      {doubles.length === 0 ? (
        <p className="mb-3 text-muted">No other record looks like this person.</p>
      ) : (
        <ul aria-label="Records that may be the same person" className="mb-3 border-t">
          {doubles.map(({ id, name, birthDate, memberNumber, why }) => (
            <li key={id} className="grid gap-0.5 border-b py-2.5">
              <Link
                href={`/patients/${patientId}/same-as/${id}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center justify-self-start rounded text-accent underline underline-offset-2 max-md:min-h-11"
              >
                Compare with {name}
              </Link>
              <p className="text-muted">
                Born {calendarDay(new Date(`${birthDate}T12:00Z`), "UTC")}, member number{" "}
                <span className="tabular-nums">{memberNumber}</span>. {whyWords[why]}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Disclosed summary="Find the other record by its member number">
        <ActionForm action={findOtherRecordAction} className="max-w-100 gap-3">
          <input type="hidden" name="patientId" value={patientId} />
          <FormText name="memberNumber" label="Member number" autoComplete="off" />
          <SubmitButton variant="secondary" pendingLabel="Looking" className="justify-self-start">
            Compare
          </SubmitButton>
        </ActionForm>
      </Disclosed>
    </>
  );
}
