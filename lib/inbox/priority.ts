import { and, eq, isNull } from "drizzle-orm";
import { threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { acknowledge } from "./alert";
import { recordEvent } from "./event";
import { clearFlags, raiseWaits } from "./flagging";
import type { PriorityInput } from "./inputs";
import { endOpenAlert } from "./open-alert";
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
    if (priority === "emergency") return;
    // Whoever decides so has seen it.
    await acknowledge(tx, thread);
    await endOpenAlert(tx, thread);
  });
}
