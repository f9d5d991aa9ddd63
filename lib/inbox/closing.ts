import { and, eq, isNull } from "drizzle-orm";
import { threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { recordStop } from "@/lib/messaging/stop";
import { hasUndecided } from "@/lib/messaging/stop-suggestion";
import { requireFree, unclaimed } from "./claim";
import { recordEvent } from "./event";
import { clearFlags } from "./flagging";
import type { CloseInput } from "./inputs";
import { endOpenAlert, requireAcknowledged } from "./open-alert";
import { lockThread } from "./thread-reach";
import { type Disposition, dispositions, rankOf } from "./types";
import { endWaiting } from "./waiting";
import { actForPatient } from "./what-happened";

/**
 * Ends a conversation until the patient texts again, and does what its ending asks for: a stop, a wrong number, a hold.
 * Throws Conflict when a text came that the nurse has not seen or somebody else holds it, and Blocked while nobody has
 * decided whether a text asks us to stop, or acknowledged an emergency.
 */
export async function closeThread(
  ctx: Ctx,
  {
    threadId,
    seen,
    disposition,
    patientId = null,
  }: Omit<CloseInput, "patientId" | "onward"> & { patientId?: string | null },
): Promise<void> {
  authorize(ctx, "thread.close");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    const { stopsNumber } = dispositions[disposition];
    // Nobody would look at it again, and it holds back what campaigns have for this number.
    if (!stopsNumber && (await hasUndecided(tx, threadId)))
      throw new Blocked("Decide first whether the patient asks us to stop. Then close it.");
    const isEmergency = await mayEnd(tx, threadId, disposition);
    await requireFree(tx, threadId);
    const unchanged = and(
      eq(threads.id, threadId),
      isNull(threads.closedAt),
      seen === null ? isNull(threads.lastInboundId) : eq(threads.lastInboundId, seen),
    );
    const [closed] = await tx.db
      .update(threads)
      .set({
        ...{ closedAt: tx.now, disposition, priority: rankOf("routine") },
        ...{ snoozedUntil: null, snoozedBy: null, ...unclaimed },
      })
      .where(unchanged)
      .returning({ id: threads.id });
    if (!closed)
      throw new Conflict(
        "This conversation changed while you were reading it. Look at what is new, then close it.",
      );
    if (stopsNumber)
      await recordStop(tx, { phoneId: thread.phoneId, source: "staff", messageId: thread.lastInboundId });
    await actForPatient(tx, thread, disposition, patientId);
    await endWaiting(tx, threadId, "closed");
    // Whoever says how it ended has decided about what rules raised in it.
    await clearFlags(tx, threadId);
    if (isEmergency) await endOpenAlert(tx, thread);
    await recordEvent(tx, threadId, { kind: "closed", details: { disposition } });
    await audit(tx, "thread.closed", { programId: thread.programId, threadId, disposition });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}

/** Whether it ends an emergency. That has to be acknowledged, and its ending has to say what became of it. */
async function mayEnd(tx: Ctx, threadId: string, disposition: Disposition): Promise<boolean> {
  const isEmergency = await requireAcknowledged(
    tx,
    threadId,
    "Nobody has acknowledged the emergency here. It stays open: acknowledge it, then say how it ended.",
  );
  if (isEmergency && disposition === "no_reply_needed")
    throw new Blocked("This is an emergency, so it stays open. End it with what became of it.");
  return isEmergency;
}
