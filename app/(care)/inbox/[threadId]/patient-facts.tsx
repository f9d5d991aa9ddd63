import Link from "next/link";
import { consentLine } from "@/app/(care)/consent-line";
import { HoldControls } from "@/app/(care)/hold-controls";
import { WrongNumber } from "@/app/(care)/number-controls";
import { standingLine } from "@/app/(care)/standing-line";
import { Status } from "@/components/ui/status";
import { calendarDay } from "@/components/ui/time-words";
import type { PatientTexting } from "@/lib/inbox/queries-beside";
import type { ThreadDetail } from "@/lib/inbox/types";
import { actionSourceWords } from "@/lib/outcomes/types";
import { displayPhone } from "@/lib/patients/phone-number";
import { NumberFacts } from "./number-facts";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

type Props = { thread: ThreadDetail; texting: Map<string, PatientTexting> };

export function PatientFacts({ thread, texting }: Props) {
  const { patients } = thread;
  const phone = { id: thread.phoneId, shown: displayPhone(thread.phone) };
  return (
    <div className="grid gap-3">
      <p className="text-muted tabular-nums">{phone.shown}</p>
      {patients.length === 0 && (
        <p className="text-muted">We don't know who uses this number. Nobody on file has it.</p>
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
          {patient.standing && (
            <Status tone="warning" className="items-start whitespace-normal [&_svg]:mt-0.5">
              {standingLine(patient.name, patient.standing, thread.program.timeZone)}
            </Status>
          )}
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
          <div className="mt-1 flex flex-wrap gap-2">
            <HoldControls patient={patient} />
            <WrongNumber patient={patient} phone={phone} evidence={evidenceIn(thread)} />
          </div>
        </div>
      ))}
      <NumberFacts thread={thread} />
    </div>
  );
}

/** The last thing that was written from this phone: where there is nothing, somebody said so in another way. */
function evidenceIn({ id: threadId, messages }: ThreadDetail) {
  const last = messages.findLast(({ direction }) => direction === "in");
  return { threadId, messageId: last?.id ?? null, words: last?.body ?? "" };
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
