import { sql } from "drizzle-orm";
import { at, rowsOf, uuids } from "@/db/client";
import { attempts } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { randomId } from "@/lib/ids";
import { log } from "@/lib/log";
import { advanceAll, type MessageRef } from "./message-state";

export interface StartedAttempt extends MessageRef {
  attemptId: string;
}

/** How long a worker may take to tell what its call came to, by the database's clock. */
export const leaseSeconds = 60;

/**
 * Send start. One statement locks the phones FOR SHARE where no stop stands, flips queued to sending and
 * writes the attempts; a STOP that committed first leaves its texts out, one that comes later waits for us.
 */
export async function startAttempts(
  tx: Ctx,
  texts: { messageId: string; heldByStop: boolean }[],
): Promise<StartedAttempt[]> {
  if (texts.length === 0) return [];
  const held = texts.filter((t) => t.heldByStop).map((t) => t.messageId);
  const all = texts.map((t) => ({ messageId: t.messageId, attemptId: randomId() }));
  const rows = await rowsOf<{ attempt_id: string; message_id: string; thread_id: string }>(
    tx.db,
    sql`with asked as (
          select * from unnest(${uuids(all.map((a) => a.messageId))}, ${uuids(all.map((a) => a.attemptId))}) as a(message_id, attempt_id)),
        free as (
          select id from phones
          where id in (select o.phone_id from outbox o join asked using (message_id)) and stopped_at is null
          order by id for share),
        starting as (
          update outbox o set sending = true, tries = tries + 1
          from asked
          where o.message_id = asked.message_id and not o.sending
            and (o.phone_id in (select id from free) or o.message_id <> all (${uuids(held)}))
          returning o.message_id, o.thread_id, asked.attempt_id),
        flipped as (
          update messages m set state = 'sending', started_at = ${at(tx.now)} from starting s
          where m.thread_id = s.thread_id and m.id = s.message_id and m.state = 'queued')
        insert into attempts (id, message_id, thread_id, started_at, lease_until)
        select attempt_id, message_id, thread_id, ${at(tx.now)}, clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from starting
        returning id as attempt_id, message_id, thread_id`,
  );
  return rows.map((r) => ({ attemptId: r.attempt_id, messageId: r.message_id, threadId: r.thread_id }));
}

/** Attempts whose worker did not come back: nobody knows whether they left, so they are `unknown`, never sent again. */
export async function expireLeases(ctx: Ctx, limit = 100): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const lost = await tx.db
      .update(attempts)
      .set({ settledAt: sql`clock_timestamp()`, outcome: "ambiguous", errorCode: "lease_ran_out" })
      .where(
        sql`${attempts.id} in (select id from attempts where settled_at is null and lease_until < clock_timestamp()
            order by lease_until limit ${limit} for update skip locked)`,
      )
      .returning({ messageId: attempts.messageId, threadId: attempts.threadId });
    await advanceAll(
      tx,
      lost.map((attempt) => ({ ...attempt, to: "unknown", reason: "lease_ran_out" })),
    );
    if (lost.length > 0) log.warn("texts whose sending was cut off", { count: lost.length });
    return lost.length;
  });
}
