import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { type Ctx, nowIn } from "@/lib/context";
import type { FlagContext } from "./red-flag-types";

/**
 * What is known of the people on these phones, from months and windows that stand in clear. What nobody knows is left
 * out: never "no", because a record without a due date belongs to pregnant patients too.
 */
export async function contextsOf(tx: Ctx, phoneIds: string[]): Promise<Map<string, FlagContext>> {
  if (phoneIds.length === 0) return new Map();
  const rows = await rowsOf<{ phone_id: string; pregnant: boolean; gave_birth: boolean; infant: boolean }>(
    tx.db,
    // A window that counts from the due date ends 176 days before it, one that counts from a birth begins 7 days after;
    // both are told in whole months. A child counts as young for three months, a mother for a year.
    sql`with days as (select (${nowIn(tx)} at time zone 'UTC')::date as today)
        select link.phone_id,
          coalesce(bool_or(m.anchor = 'due' and today between w.opens_on and w.closes_on + 190), false) as pregnant,
          coalesce(bool_or(m.anchor = 'due' and today between w.closes_on + 86 and w.closes_on + 560
            or m.anchor = 'child_birth' and today between w.opens_on - 7 and w.opens_on + 390), false) as gave_birth,
          coalesce(bool_or(m.anchor = 'child_birth' and today between w.opens_on - 7 and w.opens_on + 115), false)
            or bool_or(p.birth_year * 12 + p.birth_month
              >= extract(year from today)::int * 12 + extract(month from today)::int - 3) as infant
        from days cross join (
          select distinct phone_id, patient_id from patient_phones
          where phone_id = any(${uuids(phoneIds)}) and valid_until is null) link
        join patients p on p.id = link.patient_id
        left join measure_windows w on w.patient_id = p.id
        left join measures m on m.id = w.measure_id
        group by link.phone_id`,
  );
  return new Map(
    rows.map((row) => [
      row.phone_id,
      {
        ...(row.pregnant && { isPregnant: true }),
        ...(row.gave_birth && { gaveBirth: true }),
        ...(row.infant && { hasYoungInfant: true }),
      },
    ]),
  );
}
