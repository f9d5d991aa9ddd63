import { eq, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { pace, senders } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { PaceAccountInput, PaceSenderInput } from "./inputs";

export interface Budget {
  /** Texts that the carrier account may send now. */
  requests: number;
  /** Segments that the sender may send now, for replies. */
  segments: number;
  /** The same for bulk texts: a fifth of the rate, and of the day, is the replies'. */
  bulkSegments: number;
}

const account = "account";
const replyShare = 0.2;
// A slow sender still saves up a few segments, or its bulk texts would never clear the replies' share.
const smallestBucket = 5;

// T-Mobile counts a brand's segments from midnight to midnight, Pacific time.
const today = sql`(clock_timestamp() at time zone 'America/Los_Angeles')::date`;
// A sender's limit is counted by the minute, the account's by the second: it may save up a quarter of one only.
const bucket = sql`greatest(case key when ${account} then per_second / 4 else per_second end, ${smallestBucket}::float8)`;
const refilled = sql`least(${bucket}, tokens + per_second * extract(epoch from clock_timestamp() - refilled_at))`;
const usedToday = sql`case when day = ${today} then used_that_day else 0 end`;

type Row = { per_second: number; available: number; per_day: number | null; used: number };

/** Locks the sender's and the account's row, in that order, and says what may go now. */
export async function lockPace(tx: Ctx, senderId: string): Promise<Budget> {
  const sender = await lockRow(tx, senderId);
  const all = await lockRow(tx, account);
  const reserved = Math.max(sender.per_second, smallestBucket) * replyShare;
  const leftToday = sender.per_day === null ? Number.POSITIVE_INFINITY : sender.per_day - sender.used;
  const bulkLeftToday = leftToday - (sender.per_day ?? 0) * replyShare;
  return {
    requests: Math.floor(all.available),
    segments: Math.floor(Math.min(sender.available, leftToday)),
    bulkSegments: Math.floor(Math.min(sender.available - reserved, bulkLeftToday)),
  };
}

async function lockRow(tx: Ctx, key: string): Promise<Row> {
  const [row] = await rowsOf<Row>(
    tx.db,
    sql`select per_second, ${refilled}::float8 as available, per_day, ${usedToday} as used
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
  if (taken.requests === 0) return;
  await tx.db.execute(
    sql`update pace
        set tokens = ${refilled} - t.n, refilled_at = clock_timestamp(), used_that_day = ${usedToday} + t.n, day = ${today}
        from (values (${senderId}, ${taken.segments}::int), (${account}, ${taken.requests}::int)) as t(k, n)
        where key = t.k`,
  );
}

/** How fast, and how much in a day, one of our numbers may send: what the carrier granted it. NotFound if it is none. */
export async function paceSender(
  ctx: Ctx,
  { senderId, segmentsPerSecond, segmentsPerDay }: PaceSenderInput,
): Promise<void> {
  authorize(ctx, "carrier.pace");
  await inTransaction(ctx, async (tx) => {
    const [sender] = await tx.db
      .update(senders)
      .set({ segmentsPerSecond })
      .where(eq(senders.id, senderId))
      .returning({ id: senders.id });
    if (!sender) throw new NotFound();
    await changeRate(tx, senderId, { perSecond: segmentsPerSecond, perDay: segmentsPerDay });
    await audit(tx, "sender.paced", { senderId, segmentsPerSecond, segmentsPerDay });
  });
}

/** How many requests a second the carrier grants the whole account; 30 unless it was raised. */
export async function paceAccount(ctx: Ctx, { requestsPerSecond }: PaceAccountInput): Promise<void> {
  authorize(ctx, "carrier.pace");
  await inTransaction(ctx, async (tx) => {
    await changeRate(tx, account, { perSecond: requestsPerSecond });
    await audit(tx, "account.paced", { requestsPerSecond });
  });
}

// What was saved up at the old rate is kept, but no more of it than the new one allows.
async function changeRate(
  tx: Ctx,
  key: string,
  rate: { perSecond: number; perDay?: number | null },
): Promise<void> {
  await tx.db.execute(
    sql`update pace set tokens = least(${refilled}, ${rate.perSecond}::float8), refilled_at = clock_timestamp() where key = ${key}`,
  );
  await tx.db.update(pace).set(rate).where(eq(pace.key, key));
}

/** The carrier said "too fast": nothing leaves for a second, then no faster than the account's rate. */
export async function fallSilent(tx: Ctx): Promise<void> {
  await tx.db.execute(
    sql`update pace set tokens = least(${refilled}, 0) - per_second, refilled_at = clock_timestamp() where key = ${account} and tokens > -per_second`,
  );
}
