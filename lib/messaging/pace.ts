import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Ctx } from "@/lib/context";

export interface Budget {
  /** Texts that the carrier account may send now. */
  requests: number;
  /** Segments that the sender may send now, for replies. */
  segments: number;
  /** The same for bulk texts: a fifth of the rate is the replies'. */
  bulkSegments: number;
}

const account = "account";
const replyShare = 0.2;
// A slow sender still saves up a few segments, or its bulk texts would never clear the replies' share.
const smallestBucket = 5;

type Row = { key: string; per_second: number; available: number };

/** Locks the sender's and the account's row, in that order, and says what may go now. */
export async function lockPace(tx: Ctx, senderId: string): Promise<Budget> {
  const sender = await lockRow(tx, senderId);
  const all = await lockRow(tx, account);
  const reserved = Math.max(sender.per_second, smallestBucket) * replyShare;
  return {
    requests: Math.floor(all.available),
    segments: Math.floor(sender.available),
    bulkSegments: Math.floor(sender.available - reserved),
  };
}

async function lockRow(tx: Ctx, key: string): Promise<Row> {
  const [row] = await rowsOf<Row>(
    tx.db,
    sql`select key, per_second,
               least(greatest(per_second, ${smallestBucket}::float8), tokens + per_second * extract(epoch from clock_timestamp() - refilled_at))::float8 as available
        from pace where key = ${key} for update`,
  );
  if (!row) throw new Error("A sender has no pace row.");
  return row;
}

/** Takes what was started. May go below zero by one long text, which the next seconds make up for. */
export async function takePace(
  tx: Ctx,
  senderId: string,
  taken: { requests: number; segments: number },
): Promise<void> {
  for (const [key, n] of [
    [senderId, taken.segments],
    [account, taken.requests],
  ] as const)
    await tx.db.execute(
      sql`update pace
          set tokens = least(greatest(per_second, ${smallestBucket}::float8), tokens + per_second * extract(epoch from clock_timestamp() - refilled_at)) - ${n}::float8,
              refilled_at = clock_timestamp()
          where key = ${key}`,
    );
}
