import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { holdout } from "@/lib/campaigns/types";
import type { Ctx } from "@/lib/context";
import { type ActionSource, actionSources } from "@/lib/outcomes/types";
import { byPerson, byRecord, joined } from "./people";
import type { Funnel, FunnelCounts } from "./types";

export interface Scope {
  programId: string;
  /** Null: all campaigns of the program. */
  campaignId: string | null;
}

type Row = FunnelCounts & {
  acted_by: Partial<Record<ActionSource, number>> | null;
  window_open: number;
  median_reply_seconds: number | null;
  segments: number;
  cost_micros: number;
};

/** Counts what `funnelSteps` in ./types defines, in one pass over the facts. The caller has authorized. */
export async function funnelOf(ctx: Ctx, { programId, campaignId }: Scope): Promise<Funnel> {
  const [row] = await rowsOf<Row>(
    ctx.db,
    sql`
    with ${joined},
    program as (
      select time_zone, window_days, (${at(ctx.now)} at time zone time_zone)::date as today
      from programs where id = ${programId}::uuid
    ),
    enrolled as (
      select campaign_id, patient_id, arm, excluded, enrolled_at from enrollments
      where program_id = ${programId}::uuid and (${campaignId}::uuid is null or campaign_id = ${campaignId}::uuid)
    ),
    person as (
      select e.person_id,
        min(e.enrolled_at) as enrolled_at,
        bool_or(e.excluded is null) as textable,
        min(${sentAt}) as sent_at,
        bool_or(coalesce(s.delivered_at, s.replied_at) is not null) as delivered,
        min(s.replied_at) as replied_at,
        bool_or(s.stopped_at is not null) as stopped,
        sum(s.segments) filter (where ${sentAt} is not null) as segments,
        sum(s.cost_micros) filter (where ${sentAt} is not null) as cost_micros
      from (${byPerson(sql`table enrolled`)}) e
      left join enrollment_steps s on s.campaign_id = e.campaign_id and s.patient_id = e.patient_id
      where e.arm <> ${holdout}
      group by e.person_id
    ),
    watched as (
      select person.*, window_days, today,
        (coalesce(sent_at, enrolled_at) at time zone time_zone)::date as opens_on
      from person cross join program
    ),
    record as (${byRecord(sql`watched`)}),
    acted as (
      select distinct on (r.person_id) r.person_id, a.source
      from actions a
      join record r
        on r.patient_id = a.patient_id and a.occurred_on between r.opens_on and r.opens_on + r.window_days
      where a.program_id = ${programId}::uuid
      order by r.person_id, array_position(${strongestFirst}, a.source)
    )
    select
      (select count(distinct person_id) from (${byPerson(sql`table enrolled`)}) people)::int as supplied,
      count(*)::int as outreach,
      count(*) filter (where textable)::int as textable,
      count(sent_at)::int as sent,
      count(*) filter (where delivered)::int as delivered,
      count(replied_at)::int as replied,
      count(acted.source)::int as acted,
      count(*) filter (where stopped)::int as stopped,
      (select jsonb_object_agg(source, people) from
        (select source, count(*) as people from acted group by source) by_source) as acted_by,
      count(*) filter (where opens_on + window_days >= today)::int as window_open,
      percentile_cont(0.5) within group (order by extract(epoch from replied_at - sent_at))
        filter (where replied_at > sent_at)::float8 as median_reply_seconds,
      coalesce(sum(segments), 0)::float8 as segments,
      coalesce(sum(cost_micros), 0)::float8 as cost_micros
    from watched left join acted using (person_id)`,
  );
  if (!row) throw new Error("A count without rows is still a row.");
  const { acted_by, window_open, median_reply_seconds, segments, cost_micros, ...counts } = row;
  return {
    counts,
    actedBy: acted_by ?? {},
    windowOpen: window_open,
    medianReplySeconds: median_reply_seconds,
    segments,
    costMicros: cost_micros,
  };
}

/** Receipts get lost and calls end without an answer: what came later proves that the text of step `s` went out. */
export const sentAt = sql`coalesce(s.sent_at, s.delivered_at, s.replied_at, s.stopped_at)`;

const strongestFirst = sql`${`{${actionSources.join(",")}}`}::text[]`;
