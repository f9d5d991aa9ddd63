import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { senders, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** How far ahead of the carrier texts are written: short, so that a pause works and no text goes stale. */
const secondsAhead = 60;
const mostAhead = 10_000;

export interface Sender {
  id: string;
  segmentsPerSecond: number;
}

export async function sendersOf(tx: Ctx, programId: string): Promise<Sender[]> {
  return tx.db
    .select({ id: senders.id, segmentsPerSecond: senders.segmentsPerSecond })
    .from(senders)
    .where(eq(senders.programId, programId))
    .orderBy(asc(senders.id))
    .limit(20);
}

/**
 * How many more bulk texts may wait: what the fullest sender has room for. 0 without a sender. A text that the gate
 * put off, to the morning or next week, takes no place of one that may go now; all together are `mostAhead` at most.
 */
export async function roomOf(tx: Ctx, numbers: Sender[]): Promise<number> {
  let room = numbers.length === 0 ? 0 : mostAhead;
  for (const { id, segmentsPerSecond } of numbers) {
    const most = Math.min(segmentsPerSecond * secondsAhead, mostAhead);
    const soon = new Date(tx.now.getTime() + secondsAhead * 1_000);
    const line = sql`from outbox where sender_id = ${id} and lane = 'bulk' and not sending`;
    const [waiting] = await rowsOf<{ soon: number; all: number }>(
      tx.db,
      sql`select (select count(*)::int from (select 1 ${line} and due_at <= ${at(soon)} limit ${most}) x) as soon,
            (select count(*)::int from (select 1 ${line} limit ${mostAhead}) x) as all`,
    );
    room = Math.min(room, most - (waiting?.soon ?? 0), mostAhead - (waiting?.all ?? 0));
  }
  return Math.max(0, room);
}

/** A phone keeps the number that first wrote to it; new phones are spread, always in the same way. */
export async function withSenders<Text extends { phoneId: string }>(
  tx: Ctx,
  numbers: Sender[],
  texts: Text[],
): Promise<(Text & { senderId: string })[]> {
  if (texts.length === 0) return [];
  const known = await tx.db
    .select({ phoneId: threads.phoneId, senderId: threads.senderId })
    .from(threads)
    .where(
      and(
        inArray(
          threads.phoneId,
          texts.map(({ phoneId }) => phoneId),
        ),
        inArray(
          threads.senderId,
          numbers.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(desc(threads.createdAt))
    .limit(texts.length * numbers.length);
  // Newest first, so that the oldest thread of a phone is the one that stays in the map.
  const kept = new Map(known.map(({ phoneId, senderId }) => [phoneId, senderId]));
  return texts.flatMap((text) => {
    const spread = Number.parseInt(text.phoneId.slice(-8), 16) % numbers.length;
    const senderId = kept.get(text.phoneId) ?? numbers[spread]?.id;
    return senderId ? [{ ...text, senderId }] : [];
  });
}
