import { and, asc, eq, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { campaigns, campaignTexts, programs, senders, sendGroups, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { segmentsOf } from "@/lib/messaging/segments";
import { type TextingWindow, textingTime } from "@/lib/messaging/texting-hours";
import { audienceWords, forWhom } from "./campaign-audience";
import { render } from "./templates";
import {
  type CampaignCounts,
  type CampaignDetail,
  type CampaignText,
  campaignLanguages,
  exampleName,
  holdout,
  type Reason,
} from "./types";

/** A campaign with what became of it so far. Throws NotFound. */
export async function campaignDetail(ctx: Ctx, campaignId: string): Promise<CampaignDetail> {
  authorize(ctx, "campaign.read");
  const [row] = await ctx.db
    .select({
      id: campaigns.id,
      programId: campaigns.programId,
      name: campaigns.name,
      state: campaigns.state,
      brand: programs.brand,
      timeZone: programs.timeZone,
      hours: {
        opens: programs.textingOpens,
        closes: programs.textingCloses,
        sundays: programs.textsOnSundays,
      },
      segmentCostMicros: programs.segmentCostMicros,
      linkHosts: programs.linkHosts,
      hasSender: sql<boolean>`exists (select 1 from ${senders} where ${senders.programId} = ${programs.id})`,
      launchedAt: campaigns.launchedAt,
      launchedBy: users.name,
      sendsUntil: sendGroups.expiresAt,
    })
    .from(campaigns)
    .innerJoin(programs, eq(programs.id, campaigns.programId))
    .leftJoin(users, eq(users.id, campaigns.launchedBy))
    .leftJoin(sendGroups, eq(sendGroups.id, campaigns.sendGroupId))
    .where(and(eq(campaigns.id, campaignId), inReach(ctx, campaigns.programId)))
    .limit(1);
  if (!row) throw new NotFound();
  return {
    ...row,
    launchedAt: row.launchedAt?.toISOString() ?? null,
    sendsUntil: row.sendsUntil?.toISOString() ?? null,
    hoursBegin: hoursBegin(ctx.now, row.timeZone, row.hours),
    audience: await audienceWords(ctx, row.programId, await forWhom(ctx, campaignId)),
    texts: await textsOf(ctx, campaignId, row.brand),
    ...(await countsOf(ctx, campaignId)),
  };
}

/** By the program's own clock: where patients may be is asked text by text. */
function hoursBegin(now: Date, timeZone: string, hours: TextingWindow): string | null {
  const time = textingTime(now, { zones: [timeZone], states: [] }, hours);
  return "opensAt" in time ? time.opensAt.toISOString() : null;
}

async function textsOf(ctx: Ctx, campaignId: string, brand: string): Promise<CampaignText[]> {
  const rows = await ctx.db
    .select({ language: campaignTexts.language, body: campaignTexts.body })
    .from(campaignTexts)
    .where(eq(campaignTexts.campaignId, campaignId))
    .orderBy(asc(campaignTexts.step))
    .limit(50);
  return campaignLanguages.flatMap((language) => {
    const body = rows.find((row) => row.language === language)?.body;
    if (!body) return [];
    const rendered = render(body, { first_name: exampleName, brand });
    const example = rendered.ok ? rendered.text : body;
    return [{ language, body, example, segments: segmentsOf(example).segments }];
  });
}

async function countsOf(
  ctx: Ctx,
  campaignId: string,
): Promise<{ counts: CampaignCounts; excluded: Reason[]; failures: Reason[] }> {
  const people = await rowsOf<{ excluded: string | null; people: number; due: number }>(
    ctx.db,
    // Held out are all of the arm, also who could not be texted anyway: as many as results count.
    sql`select case when arm = ${holdout} then ${holdout} else excluded end as excluded,
          count(*)::int as people, count(due_at)::int as due
        from enrollments where campaign_id = ${campaignId}::uuid group by 1 order by people desc, 1`,
  );
  const steps = await rowsOf<{
    failure: string | null;
    failed: number;
    queued: number;
    unknown: number;
    sent: number;
    delivered: number;
    replied: number;
    stopped: number;
    cost: string | null;
  }>(
    ctx.db,
    sql`select failure, count(failed_at)::int as failed,
          count(*) filter (where sent_at is null and failure is null)::int as queued,
          count(*) filter (where failure = 'unknown' and failed_at is null)::int as unknown,
          count(sent_at)::int as sent, count(delivered_at)::int as delivered,
          count(replied_at)::int as replied, count(stopped_at)::int as stopped,
          sum(cost_micros) filter (where sent_at is not null) as cost
        from enrollment_steps where campaign_id = ${campaignId}::uuid group by failure order by failed desc, failure`,
  );
  const sum = (of: (step: (typeof steps)[number]) => number) => steps.reduce((n, step) => n + of(step), 0);
  return {
    counts: {
      supplied: people.reduce((n, row) => n + row.people, 0),
      textable: people.find((row) => row.excluded === null)?.people ?? 0,
      due: people.reduce((n, row) => n + row.due, 0),
      queued: sum((s) => s.queued),
      sent: sum((s) => s.sent),
      delivered: sum((s) => s.delivered),
      failed: sum((s) => s.failed),
      unknown: sum((s) => s.unknown),
      replied: sum((s) => s.replied),
      stopped: sum((s) => s.stopped),
      costMicros: sum((s) => Number(s.cost ?? 0)),
    },
    excluded: people.flatMap(({ excluded, people: n }) => (excluded ? [{ code: excluded, people: n }] : [])),
    failures: steps.flatMap(({ failure, failed }) =>
      failure && failed > 0 ? [{ code: failure, people: failed }] : [],
    ),
  };
}
