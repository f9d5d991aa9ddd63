import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CampaignForm } from "@/app/(programs)/programs/[programId]/campaigns/campaign-form";
import { campaignLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { PageFrame } from "@/components/ui/page-frame";
import { listAudiences } from "@/lib/campaigns/queries-audience";
import { campaignDetail } from "@/lib/campaigns/queries-detail";
import { firstTexts } from "@/lib/campaigns/types";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "Edit campaign" };

export default async function EditCampaignPage({
  params,
}: PageProps<"/programs/[programId]/campaigns/[campaignId]/edit">) {
  const ctx = await pageContext();
  const { programId, campaignId } = await params;
  const [{ name, state, brand, texts, ...campaign }, audiences] = await load(() =>
    Promise.all([campaignDetail(ctx, campaignId), listAudiences(ctx, programId)]),
  );
  if (campaign.programId !== programId) notFound();
  const detail = campaignLink(programId, campaignId);
  if (state !== "draft") redirect(detail);
  const written = Object.fromEntries(texts.map(({ language, body }) => [language, body]));

  return (
    <PageFrame title={`Edit ${name}`} width="reading" back={{ href: detail, label: name }}>
      <CampaignForm
        programId={programId}
        campaignId={campaignId}
        name={name}
        brand={brand}
        segmentCostMicros={campaign.segmentCostMicros}
        linkHosts={campaign.linkHosts}
        texts={{ ...firstTexts, ...written }}
        audiences={audiences}
        audienceId={campaign.audience.id}
        cancel={detail}
      />
    </PageFrame>
  );
}
