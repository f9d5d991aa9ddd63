import { type SQL, sql } from "drizzle-orm";
import { at, texts, uuids } from "@/db/client";
import { areasOf } from "@/lib/patients/place";
import type { PatientCondition } from "@/lib/patients/reachability";
import { isEither } from "./audience-rule";
import { type AudienceRule, type CampaignResult, type Condition, holdout } from "./types";

interface Where {
  programId: string;
  /** The moment by which ages, windows and days back are reckoned. */
  asOf: Date;
}

/**
 * A rule as the condition that `reachability` takes: counts, previews, launches and enrolls one and the same people.
 * Days are the program's own. What is looked up is looked up for each patient in an index, so that batches
 * cost what their rows cost; what is unknown of somebody does not hold, and so its "not" does.
 */
export function matching({ all }: AudienceRule, where: Where): PatientCondition {
  if (all.length === 0) return () => sql`true`;
  return (patient, member) => {
    const one = (condition: Condition) =>
      sql`(${holds(condition, { ...where, patient, member })}) is ${condition.not ? sql`not true` : sql`true`}`;
    return sql`(${sql.join(
      all.map((entry) =>
        isEither(entry) ? sql`(${sql.join(entry.anyOf.map(one), sql` or `)})` : one(entry),
      ),
      sql` and `,
    )})`;
  };
}

interface Row extends Where {
  patient: SQL;
  member: SQL;
}

function holds(condition: Condition, row: Row): SQL {
  const { patient, member, asOf } = row;
  switch (condition.field) {
    case "language":
      return sql`${patient}.language = any (${texts(condition.values)})`;
    case "plan":
      return sql`${patient}.plan = any (${texts(condition.values)})`;
    case "zip3":
      return sql`${patient}.zip3 = any (${texts(condition.values)})`;
    case "state":
      // A stated one counts; else the area, which may reach into another state.
      return sql`case when ${patient}.state is null then ${patient}.zip3 = any (${texts(areasOf(condition.values))})
        else ${patient}.state = any (${texts(condition.values)}) end`;
    case "roster":
      return sql`${member}.roster_id = any (${uuids(condition.values)})`;
    case "tag":
      return sql`${patient}.tags ${condition.match === "all" ? sql`@>` : sql`&&`} ${texts(condition.values)}`;
    case "age":
      return ageHolds(condition, row);
    case "measure":
      return windowHolds(condition, row);
    case "contact":
      return contactHolds(condition, row);
    case "campaign":
      return resultHolds(condition, row);
    case "added":
      return sql`${member}.added_at >= ${at(daysBefore(asOf, condition.days))}`;
  }
}

/** The program's own day. Asked once for a statement: it depends on no row. */
const today = ({ programId, asOf }: Where) =>
  sql`(select (${at(asOf)} at time zone time_zone)::date from programs where id = ${programId}::uuid)`;

const daysBefore = (asOf: Date, days: number | null) => new Date(asOf.getTime() - (days ?? 0) * 86_400_000);

function ageHolds({ unit, from, to }: Extract<Condition, { field: "age" }>, row: Row): SQL {
  const { patient } = row;
  const now = today(row);
  const months = sql`(extract(year from ${now})::int * 12 + extract(month from ${now})::int
    - ${patient}.birth_year * 12 - ${patient}.birth_month)`;
  const inUnit = unit === "years" ? 12 : 1;
  return sql`${months} >= ${(from ?? 0) * inUnit}::int and ${
    to === null ? sql`true` : sql`${months} < ${(to + 1) * inUnit}::int`
  }`;
}

function windowHolds({ measureId, when, days }: Extract<Condition, { field: "measure" }>, row: Row): SQL {
  const now = today(row);
  const until = sql`${now} + ${days ?? 0}::int`;
  const open = {
    due: sql`opens_on <= ${now} and closes_on >= ${now}`,
    opens: sql`opens_on > ${now} and opens_on <= ${until}`,
    closes: sql`closes_on >= ${now} and closes_on <= ${until}`,
  }[when];
  return some(sql`from measure_windows
    where patient_id = ${row.patient}.id and measure_id = ${measureId} and ${open}`);
}

/** Texts from when they left, to the minute; touches by their day. */
function contactHolds({ when, days }: Extract<Condition, { field: "contact" }>, row: Row): SQL {
  const { patient, programId, asOf } = row;
  // The text itself says more of one that the carrier has not confirmed: it may have left, and so arrived.
  const left = sql`coalesce(s.sent_at, (select coalesce(started_at, submitted_at) from messages
    where thread_id = s.thread_id and id = s.message_id))`;
  const texted = when === "ever" ? sql`${left} is not null` : sql`${left} >= ${at(daysBefore(asOf, days))}`;
  const touched = when === "ever" ? sql`true` : sql`occurred_on >= ${today(row)} - ${days ?? 0}::int`;
  return sql`${some(sql`from enrollments e
      join enrollment_steps s on s.campaign_id = e.campaign_id and s.patient_id = e.patient_id
      where e.program_id = ${programId}::uuid and e.patient_id = ${patient}.id and ${texted}`)}
    or ${some(sql`from touches
      where program_id = ${programId}::uuid and patient_id = ${patient}.id and ${touched}`)}`;
}

/** As results count them; see funnelSteps in lib/metrics/types.ts. The window begins with the first text, or at enrollment. */
function resultHolds({ campaignId, result }: Extract<Condition, { field: "campaign" }>, row: Row): SQL {
  const { patient, programId } = row;
  const theirs = sql`campaign_id = ${campaignId}::uuid and patient_id = ${patient}.id`;
  const step = (what: SQL) => some(sql`from enrollment_steps where ${theirs} and ${what}`);
  const enrolled = (what: SQL) => some(sql`from enrollments e where ${theirs} and ${what}`);
  const sent = step(sql`coalesce(sent_at, delivered_at, replied_at, stopped_at) is not null`);
  const delivered = step(sql`coalesce(delivered_at, replied_at) is not null`);
  const replied = step(sql`replied_at is not null`);
  const firstDay = sql`(coalesce((select min(coalesce(sent_at, delivered_at, replied_at, stopped_at))
      from enrollment_steps where ${theirs}), e.enrolled_at) at time zone p.time_zone)::date`;
  const acted = some(sql`from (
      select ${firstDay} as first_day, p.window_days from enrollments e, programs p
      where ${theirs} and p.id = ${programId}::uuid offset 0) open
    join actions a on a.program_id = ${programId}::uuid and a.patient_id = ${patient}.id
      and a.occurred_on between open.first_day and open.first_day + open.window_days`);
  const conditions: Record<CampaignResult, SQL> = {
    sent,
    delivered,
    not_delivered: sql`${enrolled(sql`arm <> ${holdout} and excluded is null`)} and not ${delivered}`,
    replied,
    not_replied: sql`${sent} and not ${replied}`,
    acted,
    not_acted: sql`${enrolled(sql`true`)} and not ${acted}`,
    stopped: step(sql`stopped_at is not null`),
    excluded: enrolled(sql`arm <> ${holdout} and excluded is not null`),
    held_out: enrolled(sql`arm = ${holdout}`),
  };
  const isOurs = sql`exists (select 1 from campaigns where id = ${campaignId}::uuid and program_id = ${programId}::uuid)`;
  return sql`${isOurs} and ${conditions[result]}`;
}

// Not "exists": right after an import the planner would join by guesses, where one look into an index is enough.
const some = (rows: SQL) => sql`((select true ${rows} limit 1) is not null)`;
