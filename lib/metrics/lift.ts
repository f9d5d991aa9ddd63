import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { holdout } from "@/lib/campaigns/types";
import type { Ctx } from "@/lib/context";
import type { Scope } from "./funnel";
import { differenceOf } from "./statistics";
import { comparableSources, type Lift } from "./types";

type Row = { held_out: boolean; assigned: number; people: number; acted: number };

/** What `liftDefinition` in ./types says, in one pass. Null when nobody was drawn to be held out. The caller has authorized. */
export async function liftOf(ctx: Ctx, { programId, campaignId }: Scope): Promise<Lift | null> {
  const rows = await rowsOf<Row>(
    ctx.db,
    sql`
    with program as (
      select time_zone, window_days, (${at(ctx.now)} at time zone time_zone)::date as today
      from programs where id = ${programId}::uuid
    ),
    drawing as materialized (
      select campaigns.id from campaigns
      cross join lateral (
        select 1 from enrollments
        where campaign_id = campaigns.id and arm = ${holdout} and ${drawnHere}
        limit 1) someone
      where program_id = ${programId}::uuid and (${campaignId}::uuid is null or campaigns.id = ${campaignId}::uuid)
    ),
    person as (
      select distinct on (patient_id) patient_id, arm = ${holdout} as held_out,
        (enrolled_at at time zone time_zone)::date as opens_on, window_days, today
      from enrollments cross join program
      where program_id = ${programId}::uuid and campaign_id = any (array(select id from drawing)) and ${drawnHere}
      order by patient_id, enrolled_at, campaign_id
    ),
    acted as (
      select distinct person.patient_id
      from actions a
      join person on person.patient_id = a.patient_id
        and a.occurred_on between person.opens_on and person.opens_on + person.window_days
      where a.program_id = ${programId}::uuid and a.source = any (${evidence})
    )
    select held_out, count(*)::int as assigned,
      count(*) filter (where opens_on + window_days < today)::int as people,
      count(acted.patient_id) filter (where opens_on + window_days < today)::int as acted
    from person left join acted using (patient_id)
    group by held_out`,
  );
  const nobody = { assigned: 0, people: 0, acted: 0 };
  const arm = (heldOut: boolean) => rows.find((row) => row.held_out === heldOut) ?? nobody;
  const [texted, held] = [arm(false), arm(true)];
  if (held.assigned === 0) return null;
  const comparable = texted.people > 0 && held.people > 0;
  return {
    outreach: { people: texted.people, acted: texted.acted },
    holdout: { people: held.people, acted: held.acted },
    windowOpen: texted.assigned + held.assigned - texted.people - held.people,
    difference: comparable ? differenceOf(texted, held) : null,
  };
}

// Leaves out who is held out because an earlier campaign did so: here chance could not put them in the other arm.
const drawnHere = sql`excluded is distinct from ${holdout}`;

const evidence = sql`${`{${comparableSources.join(",")}}`}::text[]`;
