import { Section } from "@/components/ui/page-frame";
import { isoDay } from "@/components/ui/time-words";
import type { PatientTexting } from "@/lib/inbox/queries-beside";
import type { ThreadDetail } from "@/lib/inbox/types";
import { CloseForm } from "./close-form";
import { HowUrgent } from "./how-urgent";
import { OutcomeForm } from "./outcome-form";
import { PatientFacts } from "./patient-facts";

/** Who uses this phone, what they did, and how the conversation ends. */
export function Beside({ thread, texting }: { thread: ThreadDetail; texting: Map<string, PatientTexting> }) {
  const today = isoDay(new Date(thread.now), thread.program.timeZone);
  return (
    <aside
      id="about"
      aria-label="About this conversation"
      className="relative min-h-0 px-4 py-4 max-lg:border-t lg:overflow-y-auto lg:border-l"
    >
      <Section title={thread.patients.length > 1 ? "Patients on this phone" : "Patient"}>
        <PatientFacts thread={thread} texting={texting} />
      </Section>
      <Section title="How urgent" className="mt-6">
        <HowUrgent key={thread.id} seen={thread.lastInboundId} zone={thread.program.timeZone} />
      </Section>
      {thread.patients.length > 0 && (
        <Section title="Did it happen?" lead={`${thread.program.desiredAction}.`} className="mt-6">
          <OutcomeForm
            programId={thread.program.id}
            patients={thread.patients.map(({ id, name }) => ({ id, name }))}
            today={today}
          />
        </Section>
      )}
      {!thread.closed && (
        <Section title="Close" className="mt-6">
          <CloseForm
            threadId={thread.id}
            seen={thread.lastInboundId}
            patients={thread.patients.map(({ id, name }) => ({ id, name }))}
          />
        </Section>
      )}
    </aside>
  );
}
