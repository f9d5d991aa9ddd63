import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampaignStatus } from "@/app/(programs)/programs/[programId]/campaigns/campaign-status";
import { campaignsLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageFrame } from "@/components/ui/page-frame";
import { exactTime } from "@/components/ui/time-words";
import { draftPreview } from "@/lib/campaigns/queries";
import { campaignDetail } from "@/lib/campaigns/queries-detail";
import { load, pageContext } from "@/lib/web/page-context";
import { CampaignActions } from "./campaign-actions";
import { DraftAudience } from "./draft-audience";
import { Outcome } from "./outcome";
import { Texts } from "./texts";

export const metadata: Metadata = { title: "Campaign" };

export default async function CampaignPage({
  params,
}: PageProps<"/programs/[programId]/campaigns/[campaignId]">) {
  const ctx = await pageContext();
  const { programId, campaignId } = await params;
  const campaign = await load(() => campaignDetail(ctx, campaignId));
  if (campaign.programId !== programId) notFound();
  const { name, state, counts, launchedAt, launchedBy, timeZone } = campaign;
  const audience = state === "draft" ? await load(() => draftPreview(ctx, campaignId)) : null;

  return (
    <PageFrame
      title={name}
      width="reading"
      back={{ href: campaignsLink(programId), label: "Campaigns" }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3">
          <CampaignStatus state={state} allSent={counts.due + counts.queued === 0} />
          {launchedAt && `Launched ${exactTime(new Date(launchedAt), timeZone)} by ${launchedBy}`}
        </span>
      }
      actions={<CampaignActions campaign={campaign} reachable={audience?.reachable ?? 0} />}
    >
      {audience ? (
        <DraftAudience campaign={campaign} audience={audience} />
      ) : (
        <Outcome campaign={campaign} now={ctx.now} />
      )}
      <Texts texts={campaign.texts} />
      {state === "draft" ? (
        <LiveRefresh
          kinds={["campaign.changed", "audience.changed", "roster.changed", "stop.changed"]}
          programId={programId}
        />
      ) : (
        <LiveRefresh kinds={["campaign.changed"]} campaignId={campaignId} />
      )}
    </PageFrame>
  );
}
