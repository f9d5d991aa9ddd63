import type { Metadata } from "next";
import { AudienceForm } from "@/app/(programs)/programs/[programId]/audiences/audience-form";
import { audiencesLink } from "@/app/(programs)/programs/[programId]/audiences/links";
import { PageFrame } from "@/components/ui/page-frame";
import { ruleChoices } from "@/lib/campaigns/queries-choices";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "New audience" };

export default async function NewAudiencePage({ params }: PageProps<"/programs/[programId]/audiences/new">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const choices = await load(() => ruleChoices(ctx, programId));
  const list = audiencesLink(programId);

  return (
    <PageFrame
      title="New audience"
      width="reading"
      lead="Say what must be true of the people you want to reach. Each line narrows it down."
      back={{ href: list, label: "Audiences" }}
    >
      <AudienceForm programId={programId} choices={choices} cancel={list} />
    </PageFrame>
  );
}
