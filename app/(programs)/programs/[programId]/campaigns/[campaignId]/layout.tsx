import { notFound } from "next/navigation";
import { requireCampaign } from "@/lib/campaigns/campaign-reach";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function CampaignLayout({
  params,
  children,
}: LayoutProps<"/programs/[programId]/campaigns/[campaignId]">) {
  const ctx = await pageContext();
  const { programId, campaignId } = await params;
  if ((await load(() => requireCampaign(ctx, campaignId))) !== programId) notFound();
  return children;
}
