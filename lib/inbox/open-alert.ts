import { and, eq, isNull } from "drizzle-orm";
import { alerts } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { Blocked } from "@/lib/errors";
import { record } from "@/lib/feed/record";

const isOpen = isNull(alerts.endedAt);

/** Whether an emergency is open here. Throws Blocked with `sentence` while nobody has acknowledged it. */
export async function requireAcknowledged(tx: Ctx, threadId: string, sentence: string): Promise<boolean> {
  const [alert] = await tx.db
    .select({ acknowledgedAt: alerts.acknowledgedAt })
    .from(alerts)
    .where(and(eq(alerts.threadId, threadId), isOpen))
    .limit(1);
  if (alert && alert.acknowledgedAt === null) throw new Blocked(sentence);
  return alert !== undefined;
}

/** The emergency is over, with the conversation that it was raised in. */
export async function endOpenAlert(
  tx: Ctx,
  { id: threadId, programId }: { id: string; programId: string },
): Promise<void> {
  await tx.db
    .update(alerts)
    .set({ endedAt: tx.now })
    .where(and(eq(alerts.threadId, threadId), isOpen));
  await record(tx, { kind: "alert.changed", programId, threadId });
}
