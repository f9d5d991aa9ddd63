import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { v7 } from "uuid";
import { type ConversationsWanted, holdConversations, talkLong } from "./conversations";
import { type CrowdWanted, gatherCrowd } from "./crowd";
import { type Populace, settle } from "./populace";

/** One attempt of an outgoing text, or the text alone when there was none. */
export interface TextTried {
  messageId: string;
  state: string;
  clientRef: string | null;
}

export type LoadDatabase = ReturnType<typeof openForLoad>;

/** A running stack's database, for benchmarks: fills it with crowds, and counts what became of them. */
export function openForLoad(url: string) {
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  return {
    crowd: (wanted: CrowdWanted) => gatherCrowd(sql, wanted),

    settle: (wanted: Populace) => settle(sql, wanted),

    holdConversations: (wanted: ConversationsWanted) => holdConversations(sql, wanted),

    talkLong: (wanted: Parameters<typeof talkLong>[1]) => talkLong(sql, wanted),

    /** A running campaign of the program, and that people are there on weekdays; the campaign's id. */
    async launched(program: { id: string; createdBy: string }): Promise<string> {
      const id = v7();
      await sql`insert into staffed_hours (program_id, weekday, opens, closes)
        select ${program.id}, day, '08:00', '18:00' from generate_series(1, 5) day`;
      await sql`insert into campaigns (id, program_id, name, state, send_group_id, created_by, created_at, launched_at)
        values (${id}, ${program.id}, 'Spring visits', 'running', ${v7()}, ${program.createdBy}, now(), now())`;
      return id;
    },

    /** How often these tables were read from end to end since the database began. */
    async wholeReads(tables: readonly string[]): Promise<number> {
      const [row] = await sql<{ reads: number }[]>`
        select coalesce(sum(seq_scan), 0)::int as reads from pg_stat_user_tables where relname = any (${[...tables]})`;
      return row?.reads ?? 0;
    },

    /** `key` is a sender's id, or "account". */
    async setPace(key: string, perSecond: number): Promise<void> {
      await sql`update pace set per_second = ${perSecond}, tokens = ${perSecond}, refilled_at = now() where key = ${key}`;
    },

    /** What autovacuum does within a minute, before the clock runs instead of while it does. */
    async tidy(): Promise<void> {
      await sql`vacuum (analyze)`;
      await sql`checkpoint`;
    },

    /** Texts of this program that have not left, or whose call is not settled. */
    async unsettled(programId: string): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from outbox where program_id = ${programId}`;
      return row?.count ?? 0;
    },

    async unfiled(): Promise<{ inbound: number; status: number }> {
      const [row] = await sql<{ inbound: number; status: number }[]>`
        select count(*) filter (where kind = 'inbound')::int as inbound,
               count(*) filter (where kind = 'status')::int as status
        from carrier_events where filed_at is null`;
      return row ?? { inbound: 0, status: 0 };
    },

    /** Events that were stored, and those among them that led to nothing. */
    async events(): Promise<{ stored: number; problems: number }> {
      const [row] = await sql<{ stored: number; problems: number }[]>`
        select count(*)::int as stored, count(problem)::int as problems from carrier_events`;
      return row ?? { stored: 0, problems: 0 };
    },

    /** How many texts of a program stand in each state; a patient's texts are "received". */
    async states(programId: string): Promise<Record<string, number>> {
      const rows = await sql<{ state: string; count: number }[]>`
        select m.state, count(*)::int as count
        from messages m join threads t on t.id = m.thread_id
        where t.program_id = ${programId} group by m.state`;
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },

    async textsTried(programId: string): Promise<TextTried[]> {
      return sql<TextTried[]>`
        select m.id as "messageId", m.state, a.id as "clientRef"
        from messages m join threads t on t.id = m.thread_id
        left join attempts a on a.message_id = m.id
        where t.program_id = ${programId} and m.direction = 'out'`;
    },

    async roster(id: string) {
      const [row] = await sql<
        {
          state: string;
          failure: string | null;
          rows: number;
          rejected: number;
          committed: number;
          members: number;
        }[]
      >`
        select state, failure, rows, rejected, committed,
          case when state = 'committed' then
            (select count(*)::int from program_patients p where p.program_id = r.program_id) else 0 end as members
        from rosters r where id = ${id}`;
      if (!row) throw new Error("There is no such roster.");
      return row;
    },

    async startImport(rosterId: string): Promise<void> {
      await sql`update rosters set state = 'committing' where id = ${rosterId} and state = 'checked'`;
    },

    /** Looks each few milliseconds how long the application's writing transactions have lasted; the longest of them. */
    watchWrites() {
      let longest = 0;
      let watching = true;
      const watch = async () => {
        while (watching) {
          const [row] = await sql<{ ms: number | null }[]>`
            select max(extract(epoch from clock_timestamp() - xact_start) * 1000)::float8 as ms
            from pg_stat_activity where application_name = 'hearback' and backend_xid is not null`;
          longest = Math.max(longest, row?.ms ?? 0);
          await pause(10);
        }
        return longest;
      };
      const watched = watch();
      return {
        stop: () => {
          watching = false;
          return watched;
        },
      };
    },

    async version(): Promise<string> {
      const [row] = await sql<{ version: string; fsync: string }[]>`
        select current_setting('server_version') as version, current_setting('fsync') as fsync`;
      return `PostgreSQL ${row?.version}, fsync ${row?.fsync}`;
    },

    close: () => sql.end({ timeout: 5 }),
  };
}

/** Inserts and commits one row a time, as a bare server would: what each of `connections` can do at best. */
export async function openSingleRows(url: string, connections: number) {
  const sql = postgres(url, { max: connections, onnotice: () => {} });
  await sql`create table if not exists single_rows (id uuid primary key, at timestamptz not null, note text not null)`;
  return {
    put: async (note: string): Promise<void> => {
      await sql`insert into single_rows values (${v7()}, now(), ${note})`;
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
