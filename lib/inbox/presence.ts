import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { presence, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { type Ctx, inTransaction, userIdOf } from "@/lib/context";
import { record } from "@/lib/feed/record";
import type { PresenceInput } from "./inputs";
import { requireThread } from "./thread-reach";
import type { Claim, PresenceNow } from "./types-working";

// The database's clock, as with leases. A page says every 10 seconds that it is still open.
const looksFor = sql`interval '20 seconds'`;
const typesFor = sql`interval '6 seconds'`;
const mostOthers = 20;

const isHere = gt(presence.seenAt, sql`now() - ${looksFor}`);

/**
 * The caller has this conversation open, types in it, or leaves it. Colleagues who look at it hear of what changed by
 * that, and only then. Left out, `typing` stays what it is. Throws NotFound.
 */
export async function tellPresence(
  ctx: Ctx,
  { threadId, typing, leaving = false }: PresenceInput,
): Promise<void> {
  authorize(ctx, "thread.read");
  const programId = await requireThread(ctx, threadId);
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const here = { threadId, userId };
    const changed = leaving ? await leave(tx, here) : await stay(tx, here, typing);
    if (changed) await record(tx, { kind: "presence.changed", programId, threadId });
  });
}

interface Here {
  threadId: string;
  userId: string;
}

async function stay(tx: Ctx, { threadId, userId }: Here, typing: boolean | undefined): Promise<boolean> {
  const typesNow = typing === undefined ? sql`p.typing_at` : typing ? sql`now()` : sql`null`;
  const [row] = await rowsOf<{ changed: boolean }>(
    tx.db,
    sql`with before as (
          select coalesce(typing_at > now() - ${typesFor}, false) as typed from presence
          where thread_id = ${threadId} and user_id = ${userId} and seen_at > now() - ${looksFor}),
        told as (
          insert into presence as p (thread_id, user_id, seen_at, typing_at)
          values (${threadId}, ${userId}, now(), ${typing ? sql`now()` : sql`null`})
          on conflict (thread_id, user_id) do update set seen_at = now(), typing_at = ${typesNow}
          returning coalesce(p.typing_at > now() - ${typesFor}, false) as types)
        select not exists (select 1 from before where typed = told.types) as changed from told`,
  );
  return row?.changed ?? false;
}

async function leave(tx: Ctx, { threadId, userId }: Here): Promise<boolean> {
  const gone = await tx.db
    .delete(presence)
    .where(and(eq(presence.threadId, threadId), eq(presence.userId, userId)))
    .returning({ threadId: presence.threadId });
  return gone.length > 0;
}

/** Who else looks at this conversation and who of them types, and who holds it until when. Throws NotFound. */
export async function presenceIn(ctx: Ctx, threadId: string): Promise<PresenceNow> {
  authorize(ctx, "thread.read");
  await requireThread(ctx, threadId);
  const others = await ctx.db
    .select({
      userId: users.id,
      name: users.name,
      typing: sql<boolean>`coalesce(${presence.typingAt} > now() - ${typesFor}, false)`,
    })
    .from(presence)
    .innerJoin(users, eq(users.id, presence.userId))
    .where(and(eq(presence.threadId, threadId), ne(presence.userId, ctx.actor.userId), isHere))
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostOthers);
  return { others, claim: await claimIn(ctx, threadId) };
}

async function claimIn(ctx: Ctx, threadId: string): Promise<Claim | null> {
  const [held] = await ctx.db
    .select({ userId: users.id, name: users.name, seconds: secondsLeft })
    .from(threads)
    .innerJoin(users, eq(users.id, threads.claimedBy))
    .where(and(eq(threads.id, threadId), gt(threads.claimedUntil, sql`now()`)))
    .limit(1);
  return held
    ? { name: held.name, mine: held.userId === userIdOf(ctx), until: untilOf(ctx, held.seconds) }
    : null;
}

/** Of the database's clock, which the business time of a demonstration is not. */
export const secondsLeft = sql<number>`extract(epoch from ${threads.claimedUntil} - now())::float8`;
export const untilOf = (ctx: Ctx, seconds: number): string =>
  new Date(ctx.now.getTime() + seconds * 1_000).toISOString();

/** Whoever went without saying so (a lid closed, a line lost) is gone, and colleagues hear of it; how many. */
export async function sweepPresence(ctx: Ctx, limit = 500): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const gone = await rowsOf<{ thread_id: string; program_id: string }>(
      tx.db,
      sql`with old as (
            select thread_id, user_id from presence where seen_at <= now() - ${looksFor}
            order by seen_at limit ${limit} for update skip locked),
          gone as (
            delete from presence p using old
            where p.thread_id = old.thread_id and p.user_id = old.user_id returning p.thread_id)
          select g.thread_id, t.program_id from gone g join threads t on t.id = g.thread_id`,
    );
    await record(
      tx,
      ...gone.map((row) => ({
        kind: "presence.changed" as const,
        ...{ programId: row.program_id, threadId: row.thread_id },
      })),
    );
    return gone.length;
  });
}
