import { Section } from "@/components/ui/page-frame";
import { isoDay } from "@/components/ui/time-words";
import type { ThreadDetail } from "@/lib/inbox/types";
import { HowUrgent } from "./how-urgent";
import { OutcomeForm } from "./outcome-form";
import { PatientFacts } from "./patient-facts";
import type { ReadTexting } from "./patient-texting";

/** Who uses this phone, and what they did. */
export function Beside({ thread, texting }: { thread: ThreadDetail; texting: ReadTexting }) {
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
    </aside>
  );
}
