import { type SQL, sql } from "drizzle-orm";
import { holdout } from "./types";

/**
 * Who was held out of a program's outreach stays held out for the program, and with them everybody who
 * shares a valid phone with them now.
 * Continues `with people as materialized (…)`, rows of `reachability`, by `audience`: the same rows, where
 * `excluded` is 'holdout' for who is held out, whatever else would exclude them. `campaignId`: the campaign
 * that is being enrolled, so that its own rows, batch by batch, hold nobody out.
 */
export function withAudience(programId: string, campaignId: string | null): SQL {
  // One look into the index for each person and phone: right after an import the planner guesses joins wrong.
  const wasHeldOut = (patientId: SQL) => sql`(
    select true from enrollments earlier
    where earlier.program_id = ${programId}::uuid and earlier.patient_id = ${patientId}
      and earlier.arm = ${holdout} and earlier.campaign_id is distinct from ${campaignId}::uuid
    limit 1) is not null`;
  // By phone and not by pair of people: one number may stand in a whole roster.
  return sql`
    held_phone as materialized (
      select shared.phone_id
      from (
        select distinct own.phone_id from people cross join lateral (
          select phone_id from patient_phones
          where patient_id = people.patient_id and valid_until is null offset 0) own
        offset 0) shared
      where (
        select true from patient_phones link
        where link.phone_id = shared.phone_id and link.valid_until is null and ${wasHeldOut(sql`link.patient_id`)}
        limit 1) is not null),
    held as materialized (
      select patient_id from people where ${wasHeldOut(sql`people.patient_id`)}
      union all
      select link.patient_id from held_phone cross join lateral (
        select patient_id from patient_phones
        where phone_id = held_phone.phone_id and valid_until is null offset 0) link),
    audience as (
      select patient_id, language, phone_id,
        case when patient_id in (select patient_id from held) then ${holdout} else excluded end as excluded
      from people)`;
}

/**
 * The same people over the whole program, each once, as a subquery with a `patient_id`: found from who was held out,
 * where `withAudience` begins with a batch.
 */
export function heldOutOf(programId: string): SQL {
  const isHeldOut = sql`earlier.program_id = ${programId}::uuid and earlier.arm = ${holdout}`;
  return sql`(
    select earlier.patient_id from enrollments earlier where ${isHeldOut}
    union
    select link.patient_id from enrollments earlier
    join patient_phones own on own.patient_id = earlier.patient_id and own.valid_until is null
    join patient_phones link on link.phone_id = own.phone_id and link.valid_until is null
    where ${isHeldOut})`;
}
