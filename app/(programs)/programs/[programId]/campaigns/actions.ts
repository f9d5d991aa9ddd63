"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { sendUnknownAgain } from "@/lib/campaigns/again";
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

export const sendUnknownAgainAction = action(CampaignInput, async (ctx, input) => {
  const count = await sendUnknownAgain(ctx, input);
  refresh();
  return `${count.toLocaleString("en-US")} ${count === 1 ? "text is" : "texts are"} lined up again.`;
});
