import { PassedOn, WrongNumber } from "@/app/(care)/number-controls";
import { displayPhone } from "@/lib/patients/phone-number";
import type { PatientRecords } from "@/lib/patients/queries-records";

type Props = { patient: { id: string; name: string }; numbers: PatientRecords["numbers"] };

/** Each number that is theirs now, and what somebody may have said of it. */
export function NumbersToReport({ patient, numbers }: Props) {
  if (numbers.length === 0) return <p className="text-muted">No number is theirs now.</p>;
  return (
    <ul className="border-t">
      {numbers.map(({ phoneId, number, others }) => {
        const phone = { id: phoneId, shown: displayPhone(number) };
        return (
          <li key={phoneId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b py-2.5">
            <span className="min-w-40 tabular-nums">
              {phone.shown}
              {others > 0 && (
                <span className="block text-muted text-sm">
                  Also used by {others} {others === 1 ? "other person" : "other people"}
                </span>
              )}
            </span>
            <span className="flex flex-wrap gap-2 print:hidden">
              <WrongNumber patient={patient} phone={phone} />
              <PassedOn phone={phone} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
