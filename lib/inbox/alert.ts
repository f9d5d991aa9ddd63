import { and, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { alerts, programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction, userIdOf } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { claimThread } from "./claim";
import { recordEvent } from "./event";
import { sayWhatIsSafe } from "./safety-answer";
import { lockThread, nameOf } from "./thread-reach";

/** A text that raised an emergency. */
export interface Emergency {
  threadId: string;
  messageId: string;
  programId: string;
  phoneId: string;
  sender: { id: string };
  receivedAt: Date;
}

const minute = 60_000;

export const isOpenAlert = isNull(alerts.endedAt);
/** Nobody has taken it on: it repeats on every screen. */
export const isRinging = and(isOpenAlert, isNull(alerts.acknowledgedAt));

/**
 * Opens an alert for each of these conversations and answers the patient with what is safe. One that rings already
 * goes on; one that was acknowledged rings anew, because there is something that nobody has read.
 */
export async function raiseAlerts(tx: Ctx, emergencies: Emergency[]): Promise<void> {
  const first = new Map<string, Emergency>();
  for (const one of emergencies) if (!first.has(one.threadId)) first.set(one.threadId, one);
  if (first.size === 0) return;
  const list = [...first.values()];
  const minutes = await minutesOf(tx, [...new Set(list.map(({ programId }) => programId))]);
  const rows = await tx.db
    .insert(alerts)
    .values(
      list.map(({ threadId, programId, messageId, receivedAt }) => ({
        ...{ id: newId(), threadId, programId, messageId, raisedAt: receivedAt },
        escalatesAt: new Date(tx.now.getTime() + (minutes.get(programId) ?? 10) * minute),
      })),
    )
    .onConflictDoUpdate({
      target: alerts.threadId,
      targetWhere: isOpenAlert,
      set: {
        messageId: sql`excluded.message_id`,
        raisedAt: sql`excluded.raised_at`,
        escalatesAt: sql`excluded.escalates_at`,
        ...{ acknowledgedAt: null, acknowledgedBy: null, escalatedAt: null },
      },
      setWhere: isNotNull(alerts.acknowledgedAt),
    })
    .returning({ id: alerts.id, threadId: alerts.threadId, programId: alerts.programId });
  for (const { id: alertId, threadId, programId } of rows) {
    await recordEvent(tx, threadId, { kind: "alert" });
    await audit(tx, "alert.raised", { programId, threadId, alertId });
  }
  await record(tx, ...rows.map(changed));
  await sayWhatIsSafe(
    tx,
    rows.flatMap(({ threadId }) => first.get(threadId) ?? []),
  );
}

async function minutesOf(tx: Ctx, ids: string[]): Promise<Map<string, number>> {
  const rows = await tx.db
    .select({ id: programs.id, minutes: programs.escalateMinutes })
    .from(programs)
    .where(inArray(programs.id, ids))
    .limit(ids.length);
  return new Map(rows.map(({ id, minutes }) => [id, minutes]));
}

/**
 * The nurse takes the emergency on: it stops ringing everywhere, and the conversation is hers unless a colleague
 * holds it. It ends when the conversation does. Throws Conflict when somebody was first.
 */
export async function acknowledgeAlert(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  authorize(ctx, "alert.acknowledge");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    if (!(await acknowledge(tx, thread))) throw new Conflict(await whyNot(tx, threadId));
    if (!thread.held) await claimThread(tx, { threadId });
  });
}

/** Says in a verb's own transaction that its actor has seen the emergency; false where none rang. */
export async function acknowledge(
  tx: Ctx,
  { id: threadId, programId }: { id: string; programId: string },
): Promise<boolean> {
  const [alert] = await tx.db
    .update(alerts)
    .set({ acknowledgedAt: tx.now, acknowledgedBy: userIdOf(tx) })
    .where(and(eq(alerts.threadId, threadId), isRinging))
    .returning({ id: alerts.id });
  if (!alert) return false;
  await recordEvent(tx, threadId, { kind: "acknowledged" });
  await audit(tx, "alert.acknowledged", { programId, threadId, alertId: alert.id });
  await record(tx, changed({ programId, threadId }));
  return true;
}

async function whyNot(tx: Ctx, threadId: string): Promise<string> {
  const [alert] = await tx.db
    .select({ by: alerts.acknowledgedBy })
    .from(alerts)
    .where(and(eq(alerts.threadId, threadId), isOpenAlert))
    .limit(1);
  if (!alert?.by) return "This emergency is over: somebody has dealt with it.";
  return `${await nameOf(tx, alert.by)} acknowledged this emergency already and looks after it.`;
}

/** Emergencies that nobody acknowledged in their program's time go to more people; how many. */
export async function escalateAlerts(ctx: Ctx, limit = 50): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const isDue = and(isRinging, isNull(alerts.escalatedAt), lte(alerts.escalatesAt, tx.now));
    // The conversation first, as everybody locks it who changes an alert.
    const due = await tx.db
      .select({ id: alerts.id, threadId: alerts.threadId, programId: alerts.programId })
      .from(alerts)
      .innerJoin(threads, eq(threads.id, alerts.threadId))
      .where(isDue)
      .orderBy(alerts.escalatesAt)
      .limit(limit)
      .for("update", { of: threads, skipLocked: true });
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    const escalated = await tx.db
      .update(alerts)
      .set({ escalatedAt: tx.now })
      .where(and(inArray(alerts.id, ids), isDue))
      .returning({ id: alerts.id, threadId: alerts.threadId, programId: alerts.programId });
    for (const { id: alertId, threadId, programId } of escalated) {
      await recordEvent(tx, threadId, { kind: "escalated" });
      await audit(tx, "alert.escalated", { programId, threadId, alertId });
    }
    await record(tx, ...escalated.map(changed));
    return escalated.length;
  });
}

export const changed = ({ programId, threadId }: { programId: string; threadId: string }) => ({
  kind: "alert.changed" as const,
  ...{ programId, threadId },
});
