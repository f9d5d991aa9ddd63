import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { authorize } from "@/lib/access/authorize";
import type { Ctx } from "@/lib/context";
import type { CarrierStanding, SenderStanding } from "./types";

/** Whether texts leave at all. For every page: one row by its key. Times are ISO. */
export async function carrierStanding(ctx: Ctx): Promise<CarrierStanding> {
  const [row] = await rowsOf<{ stopped_at: string | null; reason: string | null; resting: boolean }>(
    ctx.db,
    sql`select stopped_at, stop_reason as reason, open_until is not null as resting
        from carrier_account where id = 'account'`,
  );
  return {
    stopped: row?.stopped_at
      ? {
          at: new Date(row.stopped_at).toISOString(),
          reason: row.reason ?? "The carrier refused the account.",
        }
      : null,
    resting: row?.resting ?? false,
  };
}

/** Our numbers with what waits in their lines and what of their day is used; at most 500, newest first. */
export async function senderStandings(ctx: Ctx): Promise<SenderStanding[]> {
  authorize(ctx, "carrier.read");
  const rows = await rowsOf<{
    id: string;
    number: string;
    program: string | null;
    per_second: number;
    per_day: number | null;
    used_today: number;
    replies: number;
    bulk: number;
    oldest: string | null;
  }>(
    ctx.db,
    sql`select s.id, s.number, p.name as program, a.per_second, a.per_day,
               case when a.day = (clock_timestamp() at time zone 'America/Los_Angeles')::date then a.used_that_day else 0 end as used_today,
               w.replies, w.bulk, w.oldest
        from senders s
        left join programs p on p.id = s.program_id
        join pace a on a.key = s.id::text
        cross join lateral (
          select count(*) filter (where lane = 'reply')::int as replies, count(*) filter (where lane = 'bulk')::int as bulk,
                 min(due_at) as oldest
          from (select lane, due_at from outbox o where o.sender_id = s.id limit 100000) waiting) w
        order by s.id desc limit 500`,
  );
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    program: r.program,
    segmentsPerSecond: r.per_second,
    segmentsPerDay: r.per_day,
    usedToday: r.used_today,
    waiting: { replies: r.replies, bulk: r.bulk },
    oldestDue: r.oldest ? new Date(r.oldest).toISOString() : null,
  }));
}

/** How many texts a second all numbers together may send. */
export async function accountPace(ctx: Ctx): Promise<number> {
  authorize(ctx, "carrier.read");
  const [row] = await rowsOf<{ per_second: number }>(
    ctx.db,
    sql`select per_second from pace where key = 'account'`,
  );
  return row?.per_second ?? 0;
}
