import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { type Scope, sentAt } from "./funnel";
import { byPerson, joined } from "./people";
import type { RepliesOverTime, SlotUnit } from "./types";

const hoursUpToDays = 2;
const daysUpToDays = 90;
const mostSlots = 400;

/**
 * Everybody who replied, at the hour, day or week of their first reply, from the first text until now: the
 * slots sum up to the funnel's "replied". Local time of the program. Empty before the first text.
 */
export async function repliesOverTime(ctx: Ctx, { programId, campaignId }: Scope): Promise<RepliesOverTime> {
  const rows = await rowsOf<{ unit: SlotUnit; from: string; people: number }>(
    ctx.db,
    sql`
    with ${joined},
    person as (
      select min(sent_at) as sent_at, min(replied_at) as replied_at
      from (${byPerson(sql`select s.patient_id, ${sentAt} as sent_at, s.replied_at
        from enrollment_steps s
        join campaigns c on c.id = s.campaign_id
        where c.program_id = ${programId}::uuid and (${campaignId}::uuid is null or c.id = ${campaignId}::uuid)`)}) texted
      group by person_id
    ),
    span as (
      select time_zone, min(sent_at) at time zone time_zone as first,
        greatest(${at(ctx.now)}, max(replied_at)) at time zone time_zone as last
      from person cross join programs
      where programs.id = ${programId}::uuid
      group by time_zone
      having min(sent_at) is not null
    ),
    grain as (
      select span.*, case
        when last - first <= make_interval(days => ${hoursUpToDays}::int) then 'hour'
        when last - first <= make_interval(days => ${daysUpToDays}::int) then 'day'
        else 'week' end as unit
      from span
    ),
    replied as (
      select date_trunc(unit, replied_at at time zone time_zone) as slot, count(*)::int as people
      from person cross join grain
      where replied_at is not null
      group by 1
    )
    select unit, to_char(slot, 'YYYY-MM-DD"T"HH24:MI') as from, coalesce(people, 0) as people
    from grain
    cross join lateral generate_series(date_trunc(unit, first), last, ('1 ' || unit)::interval) as slot
    left join replied using (slot)
    order by slot limit ${mostSlots}`,
  );
  return {
    unit: rows[0]?.unit ?? "day",
    slots: rows.map(({ from, people }) => ({ from, people })),
  };
}
