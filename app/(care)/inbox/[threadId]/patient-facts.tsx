import { Status } from "@/components/ui/status";
import { calendarDay } from "@/components/ui/time-words";
import type { ThreadDetail } from "@/lib/inbox/types";
import { actionSourceWords } from "@/lib/outcomes/types";
import { displayPhone } from "@/lib/patients/phone-number";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

export function PatientFacts({ thread }: { thread: ThreadDetail }) {
  const { patients, othersOutside } = thread;
  return (
    <div className="grid gap-3">
      <p className="text-muted tabular-nums">{displayPhone(thread.phone)}</p>
      {patients.length === 0 && (
        <p className="text-muted">We don't know who uses this number. Nobody on a roster has it.</p>
      )}
      {patients.map((patient) => (
        <div key={patient.id} className="grid gap-0.5">
          <p className="font-medium">{patient.name}</p>
          <p className="text-muted">
            {patient.age} years old, {languageNames.of(patient.language)}
          </p>
          {patient.actions.map((done) => (
            <Status
              key={`${done.occurredOn} ${done.source}`}
              tone="success"
              className="items-start whitespace-normal [&_svg]:mt-0.5"
            >
              Done on {dayWords(done.occurredOn)}, {actionSourceWords[done.source].toLowerCase()}
            </Status>
          ))}
        </div>
      ))}
      {othersOutside > 0 && (
        <p className="text-muted">
          Also used by {othersOutside} {othersOutside === 1 ? "person" : "people"} outside your programs.
        </p>
      )}
    </div>
  );
}

const dayWords = (day: string) => calendarDay(new Date(`${day}T12:00Z`), "UTC");
