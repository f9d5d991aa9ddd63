import type { Hands } from "./fault";

// The referee's own eyes in the database: when each send start and each STOP was committed, told by one clock.
// The triggers run at the commit, where both still hold their locks on the phone: of two that exclude each other,
// as law 1 demands, the order is exact; of two that do not, it is that of their commits but for microseconds.

/** Held by the harness, it keeps whoever starts texts in the middle of the commit. */
const gate = 7_411;

export const witness = [
  "create schema referee",
  "create table referee.starts (attempt_id uuid primary key, message_id uuid not null, at timestamptz not null)",
  "create table referee.stops (phone_id uuid not null, stopped boolean not null, at timestamptz not null)",
  "create index on referee.stops (phone_id, at)",
  "create table referee.poison (phone_id uuid primary key)",
  `create function referee.note_start() returns trigger language plpgsql security definer as $$
   begin
     perform pg_advisory_xact_lock_shared(${gate});
     insert into referee.starts values (new.id, new.message_id, clock_timestamp());
     return null;
   end $$`,
  `create constraint trigger referee_start after insert on public.attempts
   deferrable initially deferred for each row execute function referee.note_start()`,
  `create function referee.note_stop() returns trigger language plpgsql security definer as $$
   begin
     insert into referee.stops values (new.id, new.stopped_at is not null, clock_timestamp());
     return null;
   end $$`,
  `create constraint trigger referee_stop after update of stopped_at on public.phones
   deferrable initially deferred for each row when (old.stopped_at is distinct from new.stopped_at)
   execute function referee.note_stop()`,
  `create function referee.swallow_poison() returns trigger language plpgsql security definer as $$
   begin
     if exists (select 1 from referee.poison p join public.threads t using (phone_id) where t.id = new.thread_id)
     then perform pg_sleep(600); end if;
     return new;
   end $$`,
  `create trigger referee_poison before insert on public.messages for each row when (new.direction = 'in')
   execute function referee.swallow_poison()`,
];

/** Nobody gets past the commit of a send start until the answer is called. */
export const closeGate = (hands: Hands) => hands.hold(`select pg_advisory_xact_lock(${gate})`);

/** How many sessions of the product stand at that gate. */
export async function waitingAtGate(hands: Hands): Promise<number> {
  const [row] = await hands.ask<{ n: number }>(
    `select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = ${gate} and not granted
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return row?.n ?? 0;
}

/** How many sessions of this database wait for another with a statement like this one. */
export async function waitingForLocks(hands: Hands, statement = "%"): Promise<number> {
  const [row] = await hands.ask<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query ilike '${statement}'`,
  );
  return row?.n ?? 0;
}
