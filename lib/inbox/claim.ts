import { and, eq, isNull, notExists, or } from "drizzle-orm";
import { threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { holderAtWork, lockThread, nameOf } from "./thread-reach";

/** The nurse takes the conversation on. Throws Conflict when somebody else holds it who still works there. */
export async function claimThread(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  authorize(ctx, "thread.claim");
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    if (thread.claimedBy === userId) return;
    const [claimed] = await tx.db
      .update(threads)
      .set({ claimedBy: userId, claimedAt: tx.now })
      .where(
        and(
          eq(threads.id, threadId),
          or(isNull(threads.claimedBy), eq(threads.claimedBy, userId), notExists(holderAtWork(tx))),
        ),
      )
      .returning({ id: threads.id });
    if (!claimed)
      throw new Conflict(
        `${await nameOf(tx, thread.claimedBy ?? userId)} has this conversation. Ask them to release it.`,
      );
    await audit(tx, "thread.claimed", { programId: thread.programId, threadId });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}

/** Back to the pool. Throws Conflict unless the caller holds it. */
export async function releaseThread(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  authorize(ctx, "thread.claim");
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    const [released] = await tx.db
      .update(threads)
      .set({ claimedBy: null, claimedAt: null })
      .where(and(eq(threads.id, threadId), eq(threads.claimedBy, userId)))
      .returning({ id: threads.id });
    if (!released) throw new Conflict("You do not hold this conversation any more.");
    await audit(tx, "thread.released", { programId: thread.programId, threadId });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}
