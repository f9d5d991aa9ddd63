import { and, eq, isNull, sql } from "drizzle-orm";
import { at, rowsOf, uuids } from "@/db/client";
import { attempts, outbox } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { randomId } from "@/lib/ids";
import { log } from "@/lib/log";
import { advance } from "./message-state";
import type { SendOutcome } from "./vonage/outcome";

export interface StartedAttempt {
  attemptId: string;
  messageId: string;
  threadId: string;
}

const leaseSeconds = 60;
const triesAllowed = 12;

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
          update messages m set state = 'sending' from starting s
          where m.thread_id = s.thread_id and m.id = s.message_id and m.state = 'queued')
        insert into attempts (id, message_id, thread_id, started_at, lease_until)
        select attempt_id, message_id, thread_id, ${at(tx.now)}, clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from starting
        returning id as attempt_id, message_id, thread_id`,
  );
  return rows.map((r) => ({ attemptId: r.attempt_id, messageId: r.message_id, threadId: r.thread_id }));
}

/** Writes down what the call came to. A lease that ran out, or a receipt, settled it first: then nothing changes. */
export async function settleAttempt(ctx: Ctx, attempt: StartedAttempt, outcome: SendOutcome): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [settled] = await tx.db
      .update(attempts)
      .set({
        settledAt: sql`clock_timestamp()`,
        outcome: outcome.kind,
        httpStatus: "httpStatus" in outcome ? (outcome.httpStatus ?? null) : null,
        errorCode: "code" in outcome ? outcome.code : null,
        carrierId: outcome.kind === "accepted" ? outcome.carrierId : null,
      })
      .where(and(eq(attempts.id, attempt.attemptId), isNull(attempts.settledAt)))
      .returning({ id: attempts.id });
    if (!settled) return;
    switch (outcome.kind) {
      case "accepted":
        await advance(tx, attempt, "submitted");
        break;
      case "ambiguous":
        await advance(tx, attempt, "unknown", outcome.code);
        break;
      case "never_left":
        await lineUpAgain(tx, attempt, outcome.code);
        break;
      case "refused":
        if (outcome.again) await lineUpAgain(tx, attempt, outcome.code);
        else await advance(tx, attempt, "rejected", `carrier ${outcome.code}`);
    }
  });
}

/** Back to queued, later each time; after the last try it is refused for good. */
async function lineUpAgain(tx: Ctx, attempt: StartedAttempt, code: string): Promise<void> {
  const [row] = await tx.db
    .select({ tries: outbox.tries })
    .from(outbox)
    .where(eq(outbox.messageId, attempt.messageId))
    .limit(1)
    .for("update");
  if (!row) return;
  if (row.tries >= triesAllowed) {
    await advance(tx, attempt, "rejected", code);
    return;
  }
  await tx.db
    .update(outbox)
    .set({ sending: false, dueAt: new Date(tx.now.getTime() + backOffMilliseconds(row.tries)) })
    .where(eq(outbox.messageId, attempt.messageId));
  await tx.db.execute(
    sql`update messages set state = 'queued' where thread_id = ${attempt.threadId} and id = ${attempt.messageId} and state = 'sending'`,
  );
}

/** Full jitter: anywhere up to a second, doubled with each try, at most five minutes. */
const backOffMilliseconds = (tries: number) => Math.random() * Math.min(300_000, 1_000 * 2 ** (tries - 1));

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
    for (const attempt of lost) await advance(tx, attempt, "unknown", "lease_ran_out");
    if (lost.length > 0) log.warn("texts whose sending was cut off", { count: lost.length });
    return lost.length;
  });
}
