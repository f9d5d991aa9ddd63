import type { Metadata } from "next";
import { patientLink } from "@/app/(care)/patients/[patientId]/links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { calendarDay } from "@/components/ui/time-words";
import { earlierTexts } from "@/lib/inbox/queries-earlier";
import { displayPhone } from "@/lib/patients/phone-number";
import { load, pageContext } from "@/lib/web/page-context";
import { EarlierTexts } from "./earlier-texts";

export const metadata: Metadata = { title: "What was written before" };

export default async function BeforePage({ params }: PageProps<"/patients/[patientId]/before">) {
  const ctx = await pageContext();
  const { patientId } = await params;
  const parts = await load(() => earlierTexts(ctx, patientId));

  return (
    <PageFrame
      width="reading"
      back={{ href: patientLink(patientId), label: "Patient" }}
      title="What was written before"
      lead="Over numbers that have passed to somebody else since. It can only be read, and that you read it is noted."
    >
      {parts.length === 0 ? (
        <EmptyState title="Nothing was written">
          <p>No text of your programs went over a number of theirs that has passed on.</p>
        </EmptyState>
      ) : (
        parts.map((part) => (
          <Section
            key={`${part.threadId} ${part.until}`}
            title={displayPhone(part.phone)}
            lead={`In ${part.program}. It passed to somebody else on ${calendarDay(new Date(part.until), part.timeZone)}.`}
          >
            <EarlierTexts part={part} />
          </Section>
        ))
      )}
    </PageFrame>
  );
}
