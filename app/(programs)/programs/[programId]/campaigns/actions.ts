"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { writeCampaign } from "@/lib/campaigns/drafting";
import { CampaignInput, LaunchCampaignInput, WriteCampaignInput } from "@/lib/campaigns/inputs";
import { launchCampaign, pauseCampaign, resumeCampaign } from "@/lib/campaigns/launch";
import { action } from "@/lib/web/action";
import { campaignLink } from "./links";

export const writeCampaignAction = action(WriteCampaignInput, async (ctx, input) => {
  const campaignId = await writeCampaign(ctx, input);
  redirect(campaignLink(input.programId, campaignId));
});

export const launchCampaignAction = action(LaunchCampaignInput, async (ctx, input) => {
  await launchCampaign(ctx, input);
  refresh();
});

export const pauseCampaignAction = action(CampaignInput, async (ctx, input) => {
  await pauseCampaign(ctx, input);
  refresh();
});

export const resumeCampaignAction = action(CampaignInput, async (ctx, input) => {
  await resumeCampaign(ctx, input);
  refresh();
});
