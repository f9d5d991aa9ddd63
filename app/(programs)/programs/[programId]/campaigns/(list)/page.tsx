import type { Metadata } from "next";
import { newCampaignLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { listCampaigns } from "@/lib/campaigns/queries";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { CampaignTable } from "./campaign-table";

export const metadata: Metadata = { title: "Campaigns" };

export default async function CampaignsPage({ params }: PageProps<"/programs/[programId]/campaigns">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const [campaigns, program] = await load(() =>
    Promise.all([listCampaigns(ctx, programId), programSummary(ctx, programId)]),
  );
  const write = (
    <ButtonLink href={newCampaignLink(programId)} variant="primary">
      Write a campaign
    </ButtonLink>
  );

  return (
    <PageFrame
      title="Campaigns"
      lead="What was sent to the patients of this program, and what came of it."
      actions={campaigns.length > 0 && write}
    >
      {campaigns.length === 0 ? (
        <EmptyState title="No campaign yet" action={write}>
          A campaign sends one text to everybody in {program.name}, or in one of its audiences, who agreed to
          get texts. You see who that is before anything is sent.
        </EmptyState>
      ) : (
        <CampaignTable programId={programId} campaigns={campaigns} zone={program.timeZone} />
      )}
      <LiveRefresh kinds={["campaign.changed"]} programId={programId} />
    </PageFrame>
  );
}
