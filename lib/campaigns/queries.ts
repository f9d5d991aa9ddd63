import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { campaigns } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { countAudience } from "./audience-count";
import { forWhom } from "./campaign-audience";
import {
  type AudiencePreview,
  type AudienceRule,
  type CampaignItem,
  type CampaignState,
  holdout,
} from "./types";

/** A campaign of the caller's programs. Throws NotFound. */
export async function campaignFor(
  ctx: Ctx,
  campaignId: string,
): Promise<{ id: string; programId: string; state: CampaignState }> {
  const [campaign] = await ctx.db
    .select({ id: campaigns.id, programId: campaigns.programId, state: campaigns.state })
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), inReach(ctx, campaigns.programId)))
    .limit(1);
  if (!campaign) throw new NotFound();
  return campaign;
}

/** The newest 100 campaigns of a program. */
export async function listCampaigns(ctx: Ctx, programId: string): Promise<CampaignItem[]> {
  authorize(ctx, "campaign.read");
  await requireProgram(ctx, programId);
  const rows = await rowsOf<{
    id: string;
    name: string;
    state: CampaignState;
    launched_at: string | null;
    textable: number;
    waiting: number;
    sent: number;
    delivered: number;
    replied: number;
  }>(
    ctx.db,
    sql`select c.id, c.name, c.state, c.launched_at, e.textable, e.due + s.queued as waiting, s.sent, s.delivered, s.replied
        from campaigns c
        cross join lateral (
          select count(*)::int as textable, count(due_at)::int as due from enrollments
          where campaign_id = c.id and excluded is null and arm <> ${holdout}) e
        cross join lateral (
          select count(*) filter (where sent_at is null and failure is null)::int as queued,
            count(sent_at)::int as sent, count(delivered_at)::int as delivered, count(replied_at)::int as replied
          from enrollment_steps where campaign_id = c.id) s
        where c.program_id = ${programId}::uuid
        order by c.id desc limit 100`,
  );
  return rows.map(({ launched_at, ...row }) => ({
    ...row,
    launchedAt: launched_at && new Date(launched_at).toISOString(),
  }));
}

/** What a launch now would reach, and why it would not reach the others. `rule`: of the audience; null is everybody. */
export async function audiencePreview(
  ctx: Ctx,
  programId: string,
  rule: AudienceRule | null = null,
): Promise<AudiencePreview> {
  authorize(ctx, "campaign.read");
  await requireProgram(ctx, programId);
  return countAudience(ctx, programId, rule);
}

/** The same of a draft, by its audience as it is now. */
export async function draftPreview(ctx: Ctx, campaignId: string): Promise<AudiencePreview> {
  authorize(ctx, "campaign.read");
  const { programId } = await campaignFor(ctx, campaignId);
  const { rule } = await forWhom(ctx, campaignId);
  return countAudience(ctx, programId, rule);
}

/** For the launch itself: how many people would be texted. */
export async function countReachable(
  ctx: Ctx,
  programId: string,
  rule: AudienceRule | null = null,
): Promise<number> {
  return (await countAudience(ctx, programId, rule)).reachable;
}
