import { type SQL, sql } from "drizzle-orm";
import { at } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { carrierIsSimulated } from "@/lib/env";
import { firstIdAt } from "@/lib/ids";
import { isFictional } from "@/lib/patients/phone-number";
import { placeOf } from "@/lib/patients/place";
import { open } from "@/lib/phi/seal";
import { longestPeriod } from "./frequency";
import type { GateFacts } from "./gate";
import type { Purpose } from "./types";

// What the gate asks, read in one place: for the texts that are due, and for "may we text this patient now?".

/** Rows of `gateFactsOf`, by the names that it gives them. */
export type GateFactsRow = {
  phone_id: string;
  patient_id: string | null;
  program_id: string;
  purpose: Purpose;
  queued_at: string;
  number: Buffer;
  stopped: boolean;
  stop_suggested: boolean;
  reassigned_at: string | null;
  standing: GateFacts["patient"];
  theirs: boolean | null;
  not_textable: boolean;
  consent: boolean | null;
  group_open: boolean | null;
  group_expires: string | null;
  zip: Buffer | null;
  zip3: string | null;
  state: string | null;
  patient_zone: string | null;
  program_zone: string;
  texting_opens: string;
  texting_closes: string;
  texts_on_sundays: boolean;
  outreach_per_day: number;
  outreach_per_week: number;
  /** Milliseconds since 1970. */
  to_phone: number[] | null;
  to_patient: number[] | null;
};

// Ids hold when a text was written, the limits count from when it left: it waits a month at most.
const longestWait = 40 * 86_400_000;

/**
 * A subquery with the facts about each row of `asked`, itself a subquery of (key, phone_id, patient_id, program_id,
 * send_group_id, purpose, queued_at): `key` comes back with each row, and a row that is `key` does not count as earlier.
 */
export function gateFactsOf(ctx: Ctx, asked: SQL): SQL {
  const week = new Date(ctx.now.getTime() - longestPeriod);
  const firstId = firstIdAt(new Date(week.getTime() - longestWait));
  return sql`(
    select a.key, a.phone_id, a.patient_id, a.program_id, a.purpose, a.queued_at, p.number,
      p.stopped_at is not null as stopped, p.not_textable is not null as not_textable,
      exists (select 1 from stop_suggestions s where s.phone_id = a.phone_id and s.decided_at is null) as stop_suggested,
      p.reassigned_at, case when pt.merged_into is not null then 'merged' else pt.status end as standing,
      case when pt.id is not null then exists (select 1 from patient_phones l
        where l.patient_id = pt.id and l.phone_id = a.phone_id and l.valid_until is null) end as theirs,
      g.open as group_open, g.expires_at as group_expires,
      pt.zip, pt.zip3, pt.state, pt.time_zone as patient_zone, pr.time_zone as program_zone,
      pr.texting_opens, pr.texting_closes, pr.texts_on_sundays, pr.outreach_per_day, pr.outreach_per_week,
      (select c.given from consents c where c.patient_id = a.patient_id and c.phone_id = a.phone_id
        order by c.id desc limit 1) as consent,
      earlier.to_phone, earlier.to_patient
    from ${asked} a
    join phones p on p.id = a.phone_id
    join programs pr on pr.id = a.program_id
    left join patients pt on pt.id = a.patient_id
    left join send_groups g on g.id = a.send_group_id
    left join lateral (
      select json_agg(extract(epoch from m.started_at) * 1000) filter (where theirs.phone_id = a.phone_id) as to_phone,
        json_agg(extract(epoch from m.started_at) * 1000) filter (where m.patient_id = a.patient_id) as to_patient
      from (select a.phone_id union select l.phone_id from patient_phones l where l.patient_id = a.patient_id) theirs
      -- "offset 0" keeps them apart: on tables not yet analyzed the planner would read all messages for each row.
      cross join lateral (select id from threads where phone_id = theirs.phone_id offset 0) t
      cross join lateral (
        select coalesce(sent.started_at, sent.submitted_at) as started_at, sent.patient_id from messages sent
        where sent.thread_id = t.id and sent.id > ${firstId}::uuid and sent.id is distinct from a.key
          and sent.purpose = 'outreach' and coalesce(sent.started_at, sent.submitted_at) > ${at(week)}
          and sent.state in ('sending', 'submitted', 'delivered', 'unknown', 'undeliverable')
        offset 0) m
    ) earlier on a.purpose = 'outreach'
  )`;
}

/** Opens what is sealed. Throws where a key is missing or a row was altered. */
export function readFacts(row: GateFactsRow): GateFacts & { e164: string } {
  const e164 = open("phones.number", row.phone_id, row.number);
  const zip = row.zip && row.patient_id ? open("patients.zip", row.patient_id, row.zip) : null;
  const place = placeOf({
    ...{ e164, zip, zip3: row.zip3, state: row.state },
    timeZone: row.patient_zone,
  });
  return {
    e164,
    purpose: row.purpose,
    queuedAt: new Date(row.queued_at),
    phoneStopped: row.stopped,
    stopSuggested: row.stop_suggested,
    reassignedAt: row.reassigned_at ? new Date(row.reassigned_at) : null,
    patient: row.standing,
    theirs: row.theirs,
    notTextable: row.not_textable,
    fictional: isFictional(e164),
    consent: row.consent,
    group:
      row.group_open === null
        ? null
        : { open: row.group_open, expiresAt: row.group_expires ? new Date(row.group_expires) : null },
    place: place.zones.length > 0 ? place : { ...place, zones: [row.program_zone] },
    window: { opens: row.texting_opens, closes: row.texting_closes, sundays: row.texts_on_sundays },
    earlier: { toPhone: datesOf(row.to_phone), toPatient: datesOf(row.to_patient) },
    limits: { perDay: row.outreach_per_day, perWeek: row.outreach_per_week },
    simulatedCarrier: carrierIsSimulated(),
  };
}

const datesOf = (milliseconds: number[] | null): Date[] =>
  (milliseconds ?? []).map((time) => new Date(Math.round(time)));
