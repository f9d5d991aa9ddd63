import type { Metadata } from "next";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { programSummary } from "@/lib/programs/queries";
import { staffToChoose } from "@/lib/users/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { Agreed } from "./agreed";
import { ClosedDaysForm } from "./closed-days-form";
import { LimitsForm } from "./limits-form";
import { LinksForm } from "./links-form";
import { MembersForm } from "./members-form";
import { TargetsForm } from "./targets-form";

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
        <Agreed program={program} />
      </Section>
      <Section
        title="When and how often"
        lead="Campaigns keep to this. What nurses answer goes out at any time."
      >
        <LimitsForm program={program} />
      </Section>
      <Section title="How fast" lead="Within which time patients are answered, by how urgent it is.">
        <TargetsForm program={program} />
      </Section>
      <Section
        title="Closed days"
        lead="Holidays and other days on which nobody answers, besides the hours above."
      >
        <ClosedDaysForm program={program} />
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
