import type { Metadata } from "next";
import { CampaignForm } from "@/app/(programs)/programs/[programId]/campaigns/campaign-form";
import { campaignsLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { PageFrame } from "@/components/ui/page-frame";
import { listAudiences } from "@/lib/campaigns/queries-audience";
import { firstTexts } from "@/lib/campaigns/types";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "New campaign" };

export default async function NewCampaignPage({ params }: PageProps<"/programs/[programId]/campaigns/new">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const [{ brand, segmentCostMicros, linkHosts }, audiences] = await load(() =>
    Promise.all([programSummary(ctx, programId), listAudiences(ctx, programId)]),
  );
  const list = campaignsLink(programId);

  return (
    <PageFrame
      title="New campaign"
      width="reading"
      lead="Write what it says. You launch it on the next page, after seeing who would get it."
      back={{ href: list, label: "Campaigns" }}
    >
      <CampaignForm
        programId={programId}
        brand={brand}
        segmentCostMicros={segmentCostMicros}
        linkHosts={linkHosts}
        texts={firstTexts}
        audiences={audiences}
        cancel={list}
      />
    </PageFrame>
  );
}
