import { and, eq, sql } from "drizzle-orm";
import { phones, programMembers, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireRow } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { isActive } from "@/lib/users/disabling";

/** A thread of the caller's programs, locked for this transaction. Throws NotFound. */
export async function lockThread(tx: Ctx, threadId: string) {
  const [thread] = await tx.db
    .select({
      id: threads.id,
      programId: threads.programId,
      senderId: threads.senderId,
      phoneId: threads.phoneId,
      lastInboundId: threads.lastInboundId,
      waitingSince: threads.waitingSince,
      priority: threads.priority,
      claimedBy: threads.claimedBy,
      /** Whether its lease still runs, by the database's clock. */
      held: sql<boolean>`coalesce(${threads.claimedUntil} > now(), false)`,
      snoozedUntil: threads.snoozedUntil,
      closedAt: threads.closedAt,
    })
    .from(threads)
    .where(and(eq(threads.id, threadId), inReach(tx, threads.programId)))
    .limit(1)
    .for("update");
  if (!thread) throw new NotFound();
  return thread;
}

/** Throws Conflict when a text came that the nurse had not seen: `meanwhile` says what was not done and what to do. */
export function requireSeen(
  { lastInboundId }: { lastInboundId: string | null },
  seen: string | null,
  meanwhile: string,
): void {
  if (lastInboundId !== seen) throw new Conflict(`A newer text has come. ${meanwhile}`);
}

/** Who holds the thread now, as a subquery: their lease runs. Somebody disabled or taken out of the program could never release it. */
export const holderAtWork = (ctx: Ctx) =>
  ctx.db
    .select({ name: users.name })
    .from(programMembers)
    .innerJoin(users, eq(users.id, programMembers.userId))
    .where(
      and(
        eq(programMembers.programId, threads.programId),
        eq(users.id, threads.claimedBy),
        sql`${threads.claimedUntil} > now()`,
        isActive,
      ),
    );

export async function nameOf(tx: Ctx, userId: string): Promise<string> {
  const [user] = await tx.db.select({ name: users.name }).from(users).where(eq(users.id, userId)).limit(1);
  return user?.name ?? "Somebody";
}

export async function stoppedAtOf(tx: Ctx, phoneId: string): Promise<Date | null> {
  const [phone] = await tx.db
    .select({ stoppedAt: phones.stoppedAt })
    .from(phones)
    .where(eq(phones.id, phoneId))
    .limit(1);
  return phone?.stoppedAt ?? null;
}

/** Throws Forbidden or NotFound unless the caller may read this conversation. Returns its program. */
export async function requireThread(ctx: Ctx, threadId: string): Promise<string> {
  authorize(ctx, "thread.read");
  return requireRow(ctx, threads, threadId);
}
