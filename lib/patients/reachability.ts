import { type SQL, sql } from "drizzle-orm";

/**
 * Everybody in a program and whether they can be texted, as a subquery for hand-written SQL:
 * sql`select … from ${reachability(programId)} reach where …`. One row for each patient, with
 *   patient_id uuid · language text · phone_id uuid or null: the phone that a text would go to
 *   excluded text or null (null = can be texted): one of `exclusions` in ./types
 *   not_textable text or null: of that phone, one of `notTextableWords` · consented boolean
 *   stopped boolean: that phone is stopped
 * A condition on patient_id reaches the primary key: batches by `patient_id > x order by patient_id`
 * cost what their own rows cost.
 * `only` leaves the others out: they neither have a row nor keep somebody on their phone from being texted.
 */
export function reachability(programId: string, only: PatientCondition = everybody): SQL {
  return sql`(
    select member.patient_id, patient.language, chosen.phone_id, chosen.not_textable,
      coalesce(chosen.consented, false) as consented,
      chosen.stopped_at is not null as stopped,
      case
        when chosen.phone_id is null then 'no_phone'
        when patient.status = 'deceased' then 'deceased'
        when patient.status = 'hold' then 'held'
        when patient.status = 'moved' then 'moved'
        when chosen.not_textable is not null then 'not_textable'
        when chosen.stopped_at is not null then 'stopped'
        when not chosen.consented then 'no_consent'
        when ${sharedWithEarlier(only)} then 'shared_phone'
      end as excluded
    from program_patients member
    join patients patient on patient.id = member.patient_id
    left join lateral ${chosenPhone(sql`member.patient_id`)} chosen on true
    where member.program_id = ${programId}::uuid and patient.merged_into is null
      and ${only(sql`patient`, sql`member`)}
  )`;
}

/** A condition on a row of `patients` and its row of `program_patients`, by the names that they have in a query. */
export type PatientCondition = (patient: SQL, member: SQL) => SQL;

const everybody: PatientCondition = () => sql`true`;

/** The newest valid phone of the patient's own, with what the phone and the consent ledger say of it. */
function chosenPhone(patientId: SQL): SQL {
  return sql`(
    select link.phone_id, phone.not_textable, phone.stopped_at,
      coalesce((
        select newest.given from consents newest
        where newest.patient_id = link.patient_id and newest.phone_id = link.phone_id
        order by newest.id desc limit 1
      ), false) as consented
    from patient_phones link
    join phones phone on phone.id = link.phone_id
    where link.patient_id = ${patientId} and link.relationship = 'self' and link.valid_until is null
    order by link.valid_from desc, link.phone_id desc
    limit 1
  )`;
}

// One text for each phone: it goes to the first of those who share it, have consented and are not held, so that
// nobody who gets no texts keeps the others on that phone from being texted.
const sharedWithEarlier = (only: PatientCondition) => sql`exists (
  select 1
  from patient_phones shared
  join program_patients earlier on earlier.program_id = member.program_id and earlier.patient_id = shared.patient_id
  join patients earlier_patient on earlier_patient.id = earlier.patient_id
    and earlier_patient.status = 'active' and earlier_patient.merged_into is null
  cross join lateral ${chosenPhone(sql`earlier.patient_id`)} theirs
  where shared.phone_id = chosen.phone_id and shared.patient_id < member.patient_id
    and shared.valid_until is null and theirs.phone_id = chosen.phone_id and theirs.consented
    and ${only(sql`earlier_patient`, sql`earlier`)}
)`;
