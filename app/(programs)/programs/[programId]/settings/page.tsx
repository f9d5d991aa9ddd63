import type { Metadata } from "next";
import { Facts } from "@/components/ui/facts";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { timeOfDay, zoneWords } from "@/components/ui/time-words";
import { displayPhone } from "@/lib/patients/phone-number";
import { programSummary } from "@/lib/programs/queries";
import { dollars, type ProgramSummary, weekdayNames } from "@/lib/programs/types";
import { staffToChoose } from "@/lib/users/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { LimitsForm } from "./limits-form";
import { LinksForm } from "./links-form";
import { MembersForm } from "./members-form";

export const metadata: Metadata = { title: "Program settings" };

export default async function SettingsPage({ params }: PageProps<"/programs/[programId]/settings">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const [staff, program] = await load(() =>
    Promise.all([staffToChoose(ctx), programSummary(ctx, programId)]),
  );

  return (
    <PageFrame title="Settings" width="reading">
      <Section
        title="What was agreed"
        lead="Fixed when the program was created, so that results stay comparable."
      >
        <Facts
          facts={[
            { term: "Desired action", detail: program.desiredAction },
            { term: "Within", detail: `${program.windowDays} days of the first text` },
            { term: "Texts are from", detail: program.brand },
            { term: "Number", detail: program.sender ? displayPhone(program.sender) : "None" },
            { term: "One segment", detail: dollars(program.segmentCostMicros) },
            { term: "Time zone", detail: zoneWords(program.timeZone) },
            { term: "Staffed hours", detail: <Hours hours={program.hours} /> },
          ]}
        />
      </Section>
      <Section
        title="When and how often"
        lead="Campaigns keep to this. What nurses answer goes out at any time."
      >
        <LimitsForm program={program} />
      </Section>
      <Section
        title="Links"
        lead="Where texts may link to. A campaign with any other link cannot be saved or launched."
      >
        <LinksForm program={program} />
      </Section>
      <Section
        title="People"
        lead="Nurses here read and answer its patients; managers run its rosters, campaigns and results."
      >
        <MembersForm program={program} staff={staff} self={ctx.actor.userId} />
      </Section>
    </PageFrame>
  );
}

function Hours({ hours }: Pick<ProgramSummary, "hours">) {
  if (hours.length === 0) return "Never";
  return (
    <ul>
      {hours.map(({ weekday, opens, closes }) => (
        <li key={weekday} className="grid grid-cols-[6rem_1fr]">
          <span>{weekdayNames[weekday - 1]}</span>
          <span>
            {timeOfDay(opens)} to {timeOfDay(closes)}
          </span>
        </li>
      ))}
    </ul>
  );
}
