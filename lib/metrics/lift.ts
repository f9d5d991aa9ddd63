import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { holdout } from "@/lib/campaigns/types";
import type { Ctx } from "@/lib/context";
import type { Scope } from "./funnel";
import { byPerson, byRecord, joined } from "./people";
import { differenceOf } from "./statistics";
import { comparableSources, type Lift } from "./types";

type Row = { held_out: boolean; assigned: number; people: number; acted: number };

/** What `liftDefinition` in ./types says, in one pass. Null when nobody was drawn to be held out. The caller has authorized. */
export async function liftOf(ctx: Ctx, { programId, campaignId }: Scope): Promise<Lift | null> {
  const rows = await rowsOf<Row>(
    ctx.db,
    sql`
    with ${joined},
    program as (
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
      select distinct on (person_id) person_id, arm = ${holdout} as held_out,
        (enrolled_at at time zone time_zone)::date as opens_on, window_days, today
      from (${byPerson(sql`select campaign_id, patient_id, arm, enrolled_at from enrollments
        where program_id = ${programId}::uuid and campaign_id = any (array(select id from drawing)) and ${drawnHere}`)}) drawn
      cross join program
      order by person_id, enrolled_at, campaign_id, patient_id
    ),
    record as (${byRecord(sql`person`)}),
    acted as (
      select distinct r.person_id
      from actions a
      join record r
        on r.patient_id = a.patient_id and a.occurred_on between r.opens_on and r.opens_on + r.window_days
      where a.program_id = ${programId}::uuid and a.source = any (${evidence})
    )
    select held_out, count(*)::int as assigned,
      count(*) filter (where opens_on + window_days < today)::int as people,
      count(acted.person_id) filter (where opens_on + window_days < today)::int as acted
    from person left join acted using (person_id)
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
