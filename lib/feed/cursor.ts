import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { feedCursors } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Cursor, FeedKind, FeedRow } from "./types";

export const feedStart: Cursor = { xid: "0", id: "00000000-0000-0000-0000-000000000000" };

type Row = {
  xid: string;
  id: string;
  kind: FeedKind;
  program_id: string;
  thread_id: string | null;
  message_id: string | null;
  campaign_id: string | null;
  patient_id: string | null;
  roster_id: string | null;
};

/** At most `limit` rows after the cursor, in commit-safe order: rows of transactions still open are not passed. */
export async function readFeed(db: Db, after: Cursor, limit = 500): Promise<FeedRow[]> {
  const rows = await rowsOf<Row>(
    db,
    sql`select xid::text, id, kind, program_id, thread_id, message_id, campaign_id, patient_id, roster_id
        from feed
        where (xid, id) > (${after.xid}::xid8, ${after.id}::uuid)
          and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, id limit ${limit}`,
  );
  return rows.map((r) => ({
    cursor: { xid: r.xid, id: r.id },
    kind: r.kind,
    programId: r.program_id,
    threadId: r.thread_id,
    messageId: r.message_id,
    campaignId: r.campaign_id,
    patientId: r.patient_id,
    rosterId: r.roster_id,
  }));
}

/** Where a reader that wants only what is new begins: everything before is settled. */
export async function feedHead(db: Db): Promise<Cursor> {
  const [row] = await rowsOf<{ xid: string }>(
    db,
    sql`select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid`,
  );
  return { xid: row?.xid ?? "0", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
}

/**
 * Hands the next rows to a consumer and moves its cursor in the same transaction, so that each row
 * counts once. Returns how many there were. Only one process follows for a consumer at a time.
 */
export async function follow(
  tx: Ctx,
  consumer: string,
  apply: (rows: FeedRow[]) => Promise<void>,
): Promise<number> {
  await tx.db
    .insert(feedCursors)
    .values({ consumer, ...feedStart })
    .onConflictDoNothing();
  const [cursor] = await rowsOf<{ xid: string; id: string }>(
    tx.db,
    sql`select xid::text, id from feed_cursors where consumer = ${consumer} for update skip locked`,
  );
  if (!cursor) return 0;
  const rows = await readFeed(tx.db, cursor);
  const last = rows.at(-1);
  if (!last) return 0;
  await apply(rows);
  await tx.db.execute(
    sql`update feed_cursors set xid = ${last.cursor.xid}::xid8, id = ${last.cursor.id} where consumer = ${consumer}`,
  );
  return rows.length;
}
