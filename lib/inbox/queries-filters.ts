import { and, desc, isNotNull } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { programNamesOf } from "@/lib/programs/queries";
import type { FilterChoices } from "./types";

const mostCampaigns = 100;

/** What the inbox can be narrowed to: the caller's programs, and their campaigns that were launched. */
export async function filterChoices(ctx: Ctx): Promise<FilterChoices> {
  authorize(ctx, "inbox.read");
  const [mine, launched] = await Promise.all([
    programNamesOf(ctx),
    ctx.db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(and(inReach(ctx, campaigns.programId), isNotNull(campaigns.launchedAt)))
      .orderBy(desc(campaigns.launchedAt), desc(campaigns.id))
      .limit(mostCampaigns),
  ]);
  return { programs: mine, campaigns: launched };
}
