import Link from "next/link";
import { undoWrongNumberAction } from "@/app/(care)/record-actions";
import { AskFirst } from "@/components/forms/ask-first";
import { Status } from "@/components/ui/status";
import { exactTime } from "@/components/ui/time-words";
import { displayPhone } from "@/lib/patients/phone-number";
import type { EndedNumber } from "@/lib/patients/queries-numbers";

type Props = { patient: { id: string; timeZone: string }; ended: EndedNumber[] };

/** Numbers that are theirs no more, who said so and when. */
export function EndedNumbers({ patient, ended }: Props) {
  if (ended.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-2 font-medium">Not theirs any more</h3>
      <ul className="border-t">
        {ended.map((number) => (
          <li key={`${number.phoneId} ${number.at}`} className="grid gap-1 border-b py-2.5">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="tabular-nums">{displayPhone(number.number)}</span>
              <Status tone="warning">
                {number.ending === "wrong_number" ? "Wrong number" : "Passed to somebody else"}
              </Status>
            </div>
            <p className="text-muted text-sm">
              {number.by ? `Reported by ${number.by}` : "Reported"},{" "}
              {exactTime(new Date(number.at), patient.timeZone)}
            </p>
            <Further patient={patient} number={number} />
          </li>
        ))}
      </ul>
    </>
  );
}

const link =
  "inline-flex min-h-6 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11";

function Further({ patient, number }: { patient: Props["patient"]; number: EndedNumber }) {
  if (number.ending === "reassigned")
    return (
      <p>
        <Link href={`/patients/${patient.id}/before`} prefetch={false} className={link}>
          What was written before
        </Link>
      </p>
    );
  return (
    <div data-asks tabIndex={-1} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded print:hidden">
      {number.threadId && (
        <Link href={`/inbox/${number.threadId}`} prefetch={false} className={link}>
          The conversation
        </Link>
      )}
      {number.reportId && (
        <AskFirst
          action={undoWrongNumberAction}
          values={{ patientId: patient.id, reportId: number.reportId }}
          verb="Take the report back"
          pending="Taking back"
          question="The number is theirs again."
        />
      )}
    </div>
  );
}
