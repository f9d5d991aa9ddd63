import postgres from "postgres";

interface Scope {
  programId: string;
  /** Null: all campaigns of the program. */
  campaignId: string | null;
  now: Date;
}

/** For hand-written SQL as the database's owner. */
export const openSql = (url: string): postgres.Sql => postgres(url, { max: 2, onnotice: () => {} });

/**
 * The funnel of a program counted a second time, from the texts, calls, stops and actions themselves. Made apart from
 * lib/metrics on purpose: it reads none of the facts that campaigns keep beside each enrollment.
 */
export async function figuresOf(sql: postgres.Sql, { programId, campaignId }: Scope) {
  const [figures] = await sql<
    Record<
      | "supplied"
      | "outreach"
      | "textable"
      | "sent"
      | "delivered"
      | "replied"
      | "acted"
      | "stopped"
      | "segments"
      | "cost",
      number
    >[]
  >`
    with assigned as (
      select e.*, c.send_group_id, p.window_days, p.time_zone, p.segment_cost_micros
      from enrollments e join campaigns c on c.id = e.campaign_id join programs p on p.id = e.program_id
      where e.program_id = ${programId} and (${campaignId}::uuid is null or e.campaign_id = ${campaignId}::uuid)
    ),
    texts as (
      select a.patient_id, a.segment_cost_micros, t.phone_id, m.thread_id, m.id, m.state, m.segments,
        coalesce(m.submitted_at, m.final_at) as left_at,
        (select later.id from messages later where later.thread_id = m.thread_id and later.id > m.id
          and later.purpose = 'outreach' order by later.id limit 1) as next_id
      from assigned a
      join messages m on m.send_group_id = a.send_group_id and m.patient_id = a.patient_id
      join threads t on t.id = m.thread_id
      where a.arm = 'outreach' and m.purpose = 'outreach'
    ),
    told as (
      select texts.*,
        (select min(answer.created_at) from messages answer
          where answer.thread_id = texts.thread_id and answer.direction = 'in' and answer.id > texts.id
            and (texts.next_id is null or answer.id < texts.next_id)
            and not exists (select 1 from stops where stops.message_id = answer.id and stops.source = 'keyword')
        ) as answered_at,
        (select min(stops.stopped_at) from stops join messages word on word.id = stops.message_id
          where stops.phone_id = texts.phone_id and stops.undone_at is null and word.thread_id = texts.thread_id
            and word.id >= texts.id) as stopped_at,
        exists (select 1 from attempts where attempts.message_id = texts.id and attempts.outcome = 'accepted') as accepted
      from texts
    ),
    proven as (
      select *, accepted or answered_at is not null or stopped_at is not null as went,
        coalesce(case when accepted then left_at end, answered_at, stopped_at) as went_at
      from told
    ),
    person as (
      select a.patient_id, bool_or(a.excluded is null) as textable,
        coalesce(min(p.went_at), min(a.enrolled_at)) at time zone min(a.time_zone) as opens, min(a.window_days) as days,
        bool_or(p.went) as sent, bool_or(p.state = 'delivered' or p.answered_at is not null) as delivered,
        bool_or(p.answered_at is not null) as replied, bool_or(p.stopped_at is not null) as stopped
      from assigned a left join proven p on p.patient_id = a.patient_id
      where a.arm = 'outreach'
      group by a.patient_id
    )
    select (select count(distinct patient_id) from assigned)::int as supplied, count(*)::int as outreach,
      count(*) filter (where textable)::int as textable, count(*) filter (where sent)::int as sent,
      count(*) filter (where delivered)::int as delivered, count(*) filter (where replied)::int as replied,
      count(*) filter (where exists (select 1 from actions where actions.program_id = ${programId}
        and actions.patient_id = person.patient_id
        and actions.occurred_on - person.opens::date between 0 and person.days))::int as acted,
      count(*) filter (where stopped)::int as stopped,
      (select coalesce(sum(segments), 0) from proven where went)::int as segments,
      (select coalesce(sum(segments * segment_cost_micros), 0) from proven where went)::int as cost
    from person`;
  if (!figures) throw new Error("A count without rows is still a row.");
  return figures;
}

/** Who acted in each arm, of everybody assigned whose window is over, by what claims and clinics tell. */
export async function liftFiguresOf(sql: postgres.Sql, { programId, campaignId, now }: Scope) {
  const rows = await sql<{ arm: string; assigned: number; people: number; acted: number }[]>`
    select arm, count(*)::int as assigned, count(*) filter (where over)::int as people,
      count(*) filter (where over and acted)::int as acted
    from (
      select e.arm,
        (${now} at time zone p.time_zone)::date > (e.enrolled_at at time zone p.time_zone)::date + p.window_days as over,
        e.patient_id in (
          select a.patient_id from actions a
          where a.program_id = e.program_id and a.source in ('claims', 'clinic')
            and a.occurred_on >= (e.enrolled_at at time zone p.time_zone)::date
            and a.occurred_on <= (e.enrolled_at at time zone p.time_zone)::date + p.window_days) as acted
      from enrollments e join programs p on p.id = e.program_id
      where e.program_id = ${programId} and (${campaignId}::uuid is null or e.campaign_id = ${campaignId}::uuid)
    ) enrolled
    group by arm`;
  const of = (name: string) => {
    const { people = 0, acted = 0 } = rows.find(({ arm }) => arm === name) ?? {};
    return { people, acted };
  };
  const heldOut = rows.find(({ arm }) => arm === "holdout")?.assigned ?? 0;
  return { outreach: of("outreach"), holdout: of("holdout"), heldOut };
}
