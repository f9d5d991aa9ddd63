import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { authorize } from "@/lib/access/authorize";
import { programIdsOf, requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { reachability } from "./reachability";
import { type StandingColumns, standingOf } from "./standing";
import {
  type Exclusion,
  exclusions,
  type NotTextable,
  notTextableWords,
  type PatientsOnPhone,
  type ProgramReach,
} from "./types";

type OnPhone = {
  id: string;
  name: Buffer;
  birth_date: Buffer;
  birth_year: number;
  language: string;
  others_outside: number;
  status: StandingColumns["status"];
  status_reason: string | null;
  status_at: string | null;
};

/**
 * Who answers on this phone: the patients of the caller's programs, at most 50, and how many others.
 * For a phone that the caller reached through a thread; the reading of that thread is what is audited.
 */
export async function patientsOnPhone(ctx: Ctx, phoneId: string): Promise<PatientsOnPhone> {
  authorize(ctx, "thread.read");
  const rows = await rowsOf<OnPhone & { within: boolean }>(
    ctx.db,
    sql`select patient.id, patient.name, patient.birth_date, patient.birth_year, patient.language, mine.within,
          patient.status, patient.status_reason, patient.status_at,
          (count(*) filter (where not mine.within) over ())::int as others_outside
        from (select distinct patient_id from patient_phones
              where phone_id = ${phoneId} and valid_until is null) link
        join patients patient on patient.id = link.patient_id
        cross join lateral (select exists (
          select 1 from program_patients membership
          where membership.patient_id = patient.id and membership.program_id in (${programIdsOf(ctx)})
        ) as within) mine
        order by mine.within desc, patient.id
        limit 50`,
  );
  return {
    patients: rows
      .filter((row) => row.within)
      .map((row) => ({
        id: row.id,
        name: open("patients.name", row.id, row.name),
        birthYear: row.birth_year,
        age: ageOn(ctx.now, open("patients.birth_date", row.id, row.birth_date)),
        language: row.language,
        standing: standingOf({
          status: row.status,
          statusReason: row.status_reason,
          statusAt: row.status_at ? new Date(row.status_at) : null,
        }),
      })),
    othersOutside: rows[0]?.others_outside ?? 0,
  };
}

/** Full years. Both as UTC dates: a day's error at midnight changes nobody's care. */
export function ageOn(now: Date, birthDate: string): number {
  const today = now.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

type ReachRow = {
  supplied: number;
  textable: number;
  with_consent: number;
  stopped: number;
  excluded: Partial<Record<Exclusion, number>>;
  not_textable: Partial<Record<NotTextable, number>>;
};

/** How many of a program's patients can be texted now, and why the others cannot. */
export async function programReach(ctx: Ctx, programId: string): Promise<ProgramReach> {
  authorize(ctx, "campaign.read");
  await requireProgram(ctx, programId);
  const [row] = await rowsOf<ReachRow>(
    ctx.db,
    sql`with reach as materialized (select * from ${reachability(programId)} everybody)
        select count(*)::int as supplied,
          (count(*) filter (where excluded is null))::int as textable,
          (count(*) filter (where consented))::int as with_consent,
          (count(*) filter (where stopped))::int as stopped,
          (select coalesce(json_object_agg(why, n), '{}') from (
            select excluded as why, count(*)::int as n from reach where excluded is not null group by 1
          ) reasons) as excluded,
          (select coalesce(json_object_agg(why, n), '{}') from (
            select not_textable as why, count(*)::int as n from reach where not_textable is not null group by 1
          ) kinds) as not_textable
        from reach`,
  );
  return {
    supplied: row?.supplied ?? 0,
    textable: row?.textable ?? 0,
    withConsent: row?.with_consent ?? 0,
    stopped: row?.stopped ?? 0,
    excluded: counts(exclusions, row?.excluded),
    notTextable: counts(Object.keys(notTextableWords) as NotTextable[], row?.not_textable),
  };
}

/** Every key, with zero where nothing was counted. */
function counts<Key extends string>(keys: readonly Key[], found: Partial<Record<Key, number>> = {}) {
  return Object.fromEntries(keys.map((key) => [key, found[key] ?? 0])) as Record<Key, number>;
}
