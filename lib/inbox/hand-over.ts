import { and, asc, eq } from "drizzle-orm";
import { programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { type Ctx, inTransaction } from "@/lib/context";
import { isHeld, releaseThread } from "./claim";

const mostClaims = 100;

/** The conversations that the caller holds now, with their programs' names; at most 100. */
export async function myClaims(ctx: Ctx): Promise<{ threadId: string; program: string }[]> {
  authorize(ctx, "thread.claim");
  return ctx.db
    .select({ threadId: threads.id, program: programs.name })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .where(and(eq(threads.claimedBy, ctx.actor.userId), isHeld, inReach(ctx, threads.programId)))
    .orderBy(asc(threads.id))
    .limit(mostClaims);
}

/** At the end of a shift: all that the caller holds goes back to the pool. Returns how many. */
export async function releaseMine(ctx: Ctx): Promise<number> {
  authorize(ctx, "thread.claim");
  return inTransaction(ctx, async (tx) => {
    const mine = await myClaims(tx);
    for (const { threadId } of mine) await releaseThread(tx, { threadId });
    return mine.length;
  });
}
