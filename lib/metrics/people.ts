import { type SQL, sql } from "drizzle-orm";
import { joinedRecords } from "@/lib/patients/merged-records";

// Figures are of people. Records that turned out to be of one person are one, whichever of them was enrolled, was
// texted or has the action; parting them again parts their figures.

/** The CTE that the two below need: read once, as there are few. */
export const joined = sql`joined as materialized (${joinedRecords})`;

/** Rows of `facts`, which have a patient_id, with the person_id that they count for. */
export const byPerson = (facts: SQL): SQL => sql`
  select facts.*, coalesce(joined.kept_id, facts.patient_id) as person_id
  from (${facts}) facts left join joined on joined.id = facts.patient_id`;

/** The rows of `people`, a CTE with a person_id, once for each record of that person as patient_id: to find facts by. */
export const byRecord = (people: SQL): SQL => sql`
  select people.*, person_id as patient_id from ${people} people
  union all
  select people.*, joined.id from ${people} people join joined on joined.kept_id = people.person_id`;
