import { and, eq, exists, isNull, lt, lte, ne, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction, userIdOf } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { recordEvent } from "./event";
import type { TakeOverInput } from "./inputs";
import { holderAtWork, lockThread, nameOf } from "./thread-reach";

/** How long a claim lasts without a key pressed. CasePro's users found five minutes right. */
const leaseMinutes = 5;

/** Somebody holds the conversation now. Leases are the database's clock, which no demonstration moves. */
export const isHeld: SQL = sql`${threads.claimedUntil} > now()`;
export const unclaimed = { claimedBy: null, claimedAt: null, claimedUntil: null } as const;

const lease = sql`now() + make_interval(mins => ${leaseMinutes})`;
/** Every key may ask for it: a lease that began less than half a minute ago is left as it is. */
const isWorthRenewing = lt(threads.claimedUntil, sql`${lease} - interval '30 seconds'`);

/**
 * The nurse takes the conversation on, or goes on holding it: five minutes from now. Throws Conflict when somebody
 * else holds it who still works there.
 */
export async function claimThread(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  authorize(ctx, "thread.claim");
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    if (thread.held && thread.claimedBy === userId) {
      await tx.db
        .update(threads)
        .set({ claimedUntil: lease })
        .where(and(eq(threads.id, threadId), isWorthRenewing));
      return;
    }
    const isFree = or(isNull(threads.claimedBy), not(isHeld), notExists(holderAtWork(tx)));
    const [claimed] = await tx.db
      .update(threads)
      .set({ claimedBy: userId, claimedAt: tx.now, claimedUntil: lease })
      .where(and(eq(threads.id, threadId), or(eq(threads.claimedBy, userId), isFree)))
      .returning({ id: threads.id });
    if (!claimed)
      throw new Conflict(
        `${await nameOf(tx, thread.claimedBy ?? userId)} has this conversation. Read along, or take it over and say why.`,
      );
    await tell(tx, thread, "claimed");
    await audit(tx, "thread.claimed", { programId: thread.programId, threadId });
  });
}

/** Takes the conversation from whoever holds it, who sees why. Throws Conflict when nobody else does. */
export async function takeOverThread(ctx: Ctx, { threadId, reason }: TakeOverInput): Promise<void> {
  authorize(ctx, "thread.claim");
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    if (!thread.held || thread.claimedBy === userId)
      throw new Conflict("Nobody else holds this conversation any more. Claim it.");
    await tx.db
      .update(threads)
      .set({ claimedBy: userId, claimedAt: tx.now, claimedUntil: lease })
      .where(eq(threads.id, threadId));
    const from = await nameOf(tx, thread.claimedBy ?? userId);
    await tell(tx, thread, "taken_over", { words: reason, details: { from } });
    await audit(tx, "thread.taken-over", { programId: thread.programId, threadId });
  });
}

/** Back to the pool. Throws Conflict unless the caller holds it. */
export async function releaseThread(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  authorize(ctx, "thread.claim");
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    if (!thread.held || thread.claimedBy !== userId)
      throw new Conflict("You do not hold this conversation any more.");
    await tx.db.update(threads).set(unclaimed).where(eq(threads.id, threadId));
    await tell(tx, thread, "released");
    await audit(tx, "thread.released", { programId: thread.programId, threadId });
  });
}

/** Claims whose lease is over go back to the pool, which everybody sees; how many. */
export async function returnClaims(ctx: Ctx, limit = 100): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = await tx.db
      .select({ id: threads.id, programId: threads.programId })
      .from(threads)
      .where(lte(threads.claimedUntil, sql`now()`))
      .orderBy(threads.id)
      .limit(limit)
      .for("update", { skipLocked: true });
    for (const thread of due) {
      await tx.db.update(threads).set(unclaimed).where(eq(threads.id, thread.id));
      await tell(tx, thread, "lapsed");
      await audit(tx, "thread.lapsed", { programId: thread.programId, threadId: thread.id });
    }
    return due.length;
  });
}

/** Throws Conflict while somebody else holds it who still works there: what they began is theirs to end. */
export async function requireFree(tx: Ctx, threadId: string): Promise<void> {
  const [taken] = await tx.db
    .select({ by: users.name })
    .from(threads)
    .innerJoin(users, eq(users.id, threads.claimedBy))
    .where(
      and(eq(threads.id, threadId), ne(threads.claimedBy, userIdOf(tx) ?? nobody), exists(holderAtWork(tx))),
    )
    .limit(1);
  if (taken)
    throw new Conflict(
      `${taken.by} has this conversation. Nothing was changed: ask them, or take it over and say why.`,
    );
}

const nobody = "00000000-0000-0000-0000-000000000000";

type Told = Parameters<typeof recordEvent>[2];

async function tell(
  tx: Ctx,
  { id: threadId, programId }: { id: string; programId: string },
  kind: Told["kind"],
  more: Omit<Told, "kind"> = {},
): Promise<void> {
  await recordEvent(tx, threadId, { kind, ...more });
  await record(tx, { kind: "thread.changed", programId, threadId });
}
