import { CalendarClock } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { HoldControls } from "@/app/(care)/hold-controls";
import { WrongNumber } from "@/app/(care)/number-controls";
import { standingLine } from "@/app/(care)/standing-line";
import { Status } from "@/components/ui/status";
import { calendarDay } from "@/components/ui/time-words";
import type { ThreadDetail } from "@/lib/inbox/types";
import { actionSourceWords } from "@/lib/outcomes/types";
import { displayPhone } from "@/lib/patients/phone-number";
import type { MeasureWindow } from "@/lib/patients/types-record";
import { ContactLines } from "./contact-lines";
import { NumberFacts } from "./number-facts";
import { PatientTexting, type ReadTexting, TextingSkeleton } from "./patient-texting";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

const actionsShown = 3;

type Props = { thread: ThreadDetail; texting: ReadTexting };

/** Every patient of the nurse's programs on this phone, with what she needs to answer. */
export function PatientFacts({ thread, texting }: Props) {
  const { patients } = thread;
  const zone = thread.program.timeZone;
  const read = patients.length > 0 ? texting() : null;
  const phone = { id: thread.phoneId, shown: displayPhone(thread.phone) };
  return (
    <div className="grid gap-3">
      <p className="text-muted tabular-nums">{phone.shown}</p>
      <ContactLines contact={thread.contact} now={thread.now} zone={zone} />
      {patients.length === 0 && (
        <p className="text-muted">We don't know who uses this number. Nobody on file has it.</p>
      )}
      {patients.map((patient) => (
        <div key={patient.id} className="grid gap-0.5 border-t pt-2">
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
              {standingLine(patient.name, patient.standing, zone)}
            </Status>
          )}
          {patient.due.map((window) => (
            <Due key={`${window.name} ${window.closesOn}`} window={window} />
          ))}
          {read && (
            <Suspense fallback={<TextingSkeleton />}>
              <PatientTexting patientId={patient.id} zone={zone} texting={read} />
            </Suspense>
          )}
          {patient.actions.slice(0, actionsShown).map((done) => (
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

/** A measure that is due, or when it will be. */
function Due({ window: { name, open, opensOn, closesOn } }: { window: MeasureWindow }) {
  return (
    <Status
      tone={open ? "active" : "neutral"}
      icon={<CalendarClock aria-hidden />}
      className="items-start whitespace-normal [&_svg]:mt-0.5"
    >
      <span>
        {name}: {open ? `due until ${dayWords(closesOn)}` : `due from ${dayWords(opensOn)}`}
      </span>
    </Status>
  );
}

const dayWords = (day: string) => calendarDay(new Date(`${day}T12:00Z`), "UTC");
