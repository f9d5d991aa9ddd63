import { campaigns } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireRow } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";

/** Throws Forbidden or NotFound unless the caller may read this campaign. Returns its program. */
export async function requireCampaign(ctx: Ctx, campaignId: string): Promise<string> {
  authorize(ctx, "campaign.read");
  return requireRow(ctx, campaigns, campaignId);
}
