import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { Ctx } from "@/lib/context";
import type { Cursor } from "./types";

/** Removes rows older than a day that every consumer has passed; returns how many. */
export async function trimFeed(ctx: Ctx, limit = 2_000): Promise<number> {
  const [gone] = await rowsOf<{ n: number }>(
    ctx.db,
    sql`with slowest as (select xid, id from feed_cursors order by xid, id limit 1),
        old as (
          select f.xid, f.id from feed f, slowest s
          where f.at < clock_timestamp() - interval '24 hours' and (f.xid, f.id) <= (s.xid, s.id)
          order by f.xid, f.id limit ${limit}),
        gone as (delete from feed f using old where f.xid = old.xid and f.id = old.id returning 1)
        select count(*)::int as n from gone`,
  );
  return gone?.n ?? 0;
}

/** True when rows after the cursor may have been removed: its reader must fetch everything anew. */
export async function isTooOld(db: Db, cursor: Cursor): Promise<boolean> {
  const [row] = await rowsOf<{ kept: boolean }>(
    db,
    sql`select exists (select 1 from feed where (xid, id) <= (${cursor.xid}::xid8, ${cursor.id}::uuid)) as kept`,
  );
  return !row?.kept;
}
