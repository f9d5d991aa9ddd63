import { and, eq, isNull } from "drizzle-orm";
import { threads, waits } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { newId } from "@/lib/ids";

/** The patient waits for a person from now on, unless they already did: the oldest unanswered text counts. */
export async function startWaiting(tx: Ctx, thread: { threadId: string; programId: string }): Promise<void> {
  const [began] = await tx.db
    .update(threads)
    .set({ waitingSince: tx.now })
    .where(and(eq(threads.id, thread.threadId), isNull(threads.waitingSince)))
    .returning({ id: threads.id });
  if (began) await tx.db.insert(waits).values({ id: newId(), since: tx.now, ...thread });
}

/** A person has dealt with it. Nothing happens when nobody waited. */
export async function endWaiting(tx: Ctx, threadId: string, ending: "reply" | "closed"): Promise<void> {
  await tx.db.update(threads).set({ waitingSince: null }).where(eq(threads.id, threadId));
  await tx.db
    .update(waits)
    .set({ endedAt: tx.now, endedBy: userIdOf(tx), ending })
    .where(and(eq(waits.threadId, threadId), isNull(waits.endedAt)));
}
