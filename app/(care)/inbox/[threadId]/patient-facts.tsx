import Link from "next/link";
import { consentLine } from "@/app/(care)/consent-line";
import { Status } from "@/components/ui/status";
import { calendarDay } from "@/components/ui/time-words";
import type { PatientTexting } from "@/lib/inbox/queries-beside";
import type { ThreadDetail } from "@/lib/inbox/types";
import { actionSourceWords } from "@/lib/outcomes/types";
import { displayPhone } from "@/lib/patients/phone-number";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

type Props = { thread: ThreadDetail; texting: Map<string, PatientTexting> };

export function PatientFacts({ thread, texting }: Props) {
  const { patients, othersOutside } = thread;
  return (
    <div className="grid gap-3">
      <p className="text-muted tabular-nums">{displayPhone(thread.phone)}</p>
      {patients.length === 0 && (
        <p className="text-muted">We don't know who uses this number. Nobody on a roster has it.</p>
      )}
      {patients.map((patient) => (
        <div key={patient.id} className="grid gap-0.5">
          <p>
            <Link
              href={`/patients/${patient.id}?thread=${thread.id}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center rounded font-medium text-accent underline underline-offset-2 max-md:min-h-11"
            >
              {patient.name}
            </Link>
          </p>
          <p className="text-muted">
            {patient.age} years old, {languageNames.of(patient.language)}
          </p>
          <Texting texting={texting.get(patient.id)} zone={thread.program.timeZone} />
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

/** What stands on file, and whether texts may go now. */
function Texting({ texting, zone }: { texting: PatientTexting | undefined; zone: string }) {
  if (!texting) return null;
  return (
    <>
      <p>{consentLine(texting.consent, zone)}</p>
      {texting.sentence && <p className="text-muted">{texting.sentence}</p>}
    </>
  );
}

const dayWords = (day: string) => calendarDay(new Date(`${day}T12:00Z`), "UTC");
