import { and, eq } from "drizzle-orm";
import { alerts } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { Blocked } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { changed, isOpenAlert } from "./alert";

/** Whether an emergency is open here. Throws Blocked with `sentence` while nobody has acknowledged it. */
export async function requireAcknowledged(tx: Ctx, threadId: string, sentence: string): Promise<boolean> {
  const [alert] = await tx.db
    .select({ acknowledgedAt: alerts.acknowledgedAt })
    .from(alerts)
    .where(and(eq(alerts.threadId, threadId), isOpenAlert))
    .limit(1);
  if (alert && alert.acknowledgedAt === null) throw new Blocked(sentence);
  return alert !== undefined;
}

/** The emergency is over. Nothing happens where none is open. */
export async function endOpenAlert(
  tx: Ctx,
  { id: threadId, programId }: { id: string; programId: string },
): Promise<void> {
  const ended = await tx.db
    .update(alerts)
    .set({ endedAt: tx.now })
    .where(and(eq(alerts.threadId, threadId), isOpenAlert))
    .returning({ id: alerts.id });
  if (ended.length > 0) await record(tx, changed({ programId, threadId }));
}
