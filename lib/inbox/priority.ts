import { and, eq, isNull } from "drizzle-orm";
import { alerts, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { acknowledge, changed, isOpenAlert } from "./alert";
import { recordEvent } from "./event";
import { clearFlags, raiseWaits } from "./flagging";
import type { PriorityInput } from "./inputs";
import { lockThread } from "./thread-reach";
import { priorityOf, rankOf } from "./types";

/**
 * A nurse decides how urgent a conversation is, and says why. That answers every flag that rules raised so far, and
 * where it is no emergency for her it ends the alert. Throws Conflict when a text came that she has not seen.
 */
export async function changePriority(
  ctx: Ctx,
  { threadId, seen, priority, reason }: PriorityInput,
): Promise<void> {
  authorize(ctx, "thread.prioritise");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    const [decided] = await tx.db
      .update(threads)
      .set({ priority: rankOf(priority) })
      .where(
        and(
          eq(threads.id, threadId),
          seen === null ? isNull(threads.lastInboundId) : eq(threads.lastInboundId, seen),
        ),
      )
      .returning({ id: threads.id });
    if (!decided)
      throw new Conflict("A text came that you have not seen. Nothing was changed; read it, then decide.");
    await raiseWaits(tx, [threadId]);
    const flags = await clearFlags(tx, threadId);
    const from = priorityOf(thread.priority);
    await recordEvent(tx, threadId, { kind: "priority", words: reason, details: { from, to: priority } });
    await audit(tx, "thread.prioritised", {
      programId: thread.programId,
      ...{ threadId, from, to: priority, flags },
    });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
    if (priority !== "emergency") await endAlert(tx, thread);
  });
}

/** Whoever decides so has seen it. */
async function endAlert(
  tx: Ctx,
  { id: threadId, programId }: { id: string; programId: string },
): Promise<void> {
  await acknowledge(tx, { id: threadId, programId });
  const ended = await tx.db
    .update(alerts)
    .set({ endedAt: tx.now })
    .where(and(eq(alerts.threadId, threadId), isOpenAlert))
    .returning({ id: alerts.id });
  if (ended.length > 0) await record(tx, changed({ programId, threadId }));
}
