import { and, desc, eq, isNotNull } from "drizzle-orm";
import { campaigns, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audienceWords, forWhom } from "@/lib/campaigns/campaign-audience";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { funnelOf } from "./funnel";
import { liftOf } from "./lift";
import { repliesOverTime } from "./reply-times";
import type { Results } from "./types";

/** What a program, or one of its launched campaigns, has brought so far. */
export async function resultsOf(
  ctx: Ctx,
  programId: string,
  { campaignId = null }: { campaignId?: string | null } = {},
): Promise<Results> {
  authorize(ctx, "results.read");
  if (!isId(programId)) throw new NotFound();
  await requireProgram(ctx, programId);

  const launched = await launchedCampaigns(ctx, programId);
  if (campaignId && !launched.some((campaign) => campaign.id === campaignId))
    throw new NotFound("We could not find that campaign among the launched ones of this program.");

  const scope = { programId, campaignId };
  const [program, audience, funnel, lift, replies] = await Promise.all([
    programOf(ctx, programId),
    campaignId ? sentenceOf(ctx, programId, campaignId) : null,
    funnelOf(ctx, scope),
    liftOf(ctx, scope),
    repliesOverTime(ctx, scope),
  ]);
  return { program, campaigns: launched, campaignId, audience, funnel, lift, replies };
}

async function sentenceOf(ctx: Ctx, programId: string, campaignId: string): Promise<string> {
  const { name, sentence } = await audienceWords(ctx, programId, await forWhom(ctx, campaignId));
  return name ? `${name}: ${sentence}` : sentence;
}

async function launchedCampaigns(ctx: Ctx, programId: string): Promise<Results["campaigns"]> {
  const rows = await ctx.db
    .select({ id: campaigns.id, name: campaigns.name, state: campaigns.state })
    .from(campaigns)
    .where(and(eq(campaigns.programId, programId), isNotNull(campaigns.launchedAt)))
    .orderBy(desc(campaigns.launchedAt), desc(campaigns.id))
    .limit(500);
  return rows.map(({ state, ...campaign }) => ({ ...campaign, enrolling: state === "enrolling" }));
}

async function programOf(ctx: Ctx, programId: string): Promise<Results["program"]> {
  const [program] = await ctx.db
    .select({
      name: programs.name,
      desiredAction: programs.desiredAction,
      windowDays: programs.windowDays,
      timeZone: programs.timeZone,
    })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1);
  if (!program) throw new NotFound();
  return program;
}
