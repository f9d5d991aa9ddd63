import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { programs, threads, waits } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction, nowIn } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { hoursOf } from "@/lib/programs/staffed-hours";
import { requireFree, unclaimed } from "./claim";
import { recordEvent } from "./event";
import type { PutOffInput } from "./inputs";
import { requireAcknowledged } from "./open-alert";
import { momentOf } from "./put-off-times";
import { lockThread, requireSeen } from "./thread-reach";

const awake = { snoozedUntil: null, snoozedBy: null } as const;

/**
 * Out of the queue until a moment, or until the patient texts, and nobody's meanwhile. How long the patient waits goes
 * on counting. Throws Blocked while an emergency is not acknowledged; Conflict for an unseen text, or when it is closed
 * or somebody else holds it.
 */
export async function putOff(ctx: Ctx, input: PutOffInput): Promise<void> {
  authorize(ctx, "thread.snooze");
  const { threadId, seen, words } = input;
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    await requireAcknowledged(
      tx,
      threadId,
      "Nobody has acknowledged the emergency here. Acknowledge it first: it cannot be put off unread.",
    );
    requireSeen(thread, seen, "It was not put off; read what is new first.");
    await requireFree(tx, threadId);
    const until = await chosenMoment(tx, thread.programId, input);
    const [asleep] = await tx.db
      .update(threads)
      .set({ snoozedUntil: until, snoozedBy: ctx.actor.userId, ...unclaimed })
      .where(and(eq(threads.id, threadId), isNull(threads.closedAt)))
      .returning({ id: threads.id });
    if (!asleep) throw new Conflict("This conversation is closed. It opens again when the patient texts.");
    await recordEvent(tx, threadId, {
      ...{ kind: "snoozed", details: { until: until.toISOString() } },
      words: words || undefined,
    });
    await audit(tx, "thread.snoozed", { programId: thread.programId, threadId, until: until.toISOString() });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}

async function chosenMoment(tx: Ctx, programId: string, input: PutOffInput): Promise<Date> {
  const [program] = await tx.db
    .select({ timeZone: programs.timeZone })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1);
  if (!program) throw new Error("A conversation without a program.");
  return momentOf(input, await hoursOf(tx.db, programId), program.timeZone, tx.now);
}

/** Back before its time. Throws Conflict when it is back already. */
export async function bringBack(ctx: Ctx, { threadId }: { threadId: string }): Promise<void> {
  authorize(ctx, "thread.snooze");
  await inTransaction(ctx, async (tx) => {
    const { programId } = await lockThread(tx, threadId);
    const [woken] = await tx.db
      .update(threads)
      .set(awake)
      .where(and(eq(threads.id, threadId), isNotNull(threads.snoozedUntil)))
      .returning({ id: threads.id });
    if (!woken) throw new Conflict("This conversation is not put off any more.");
    await recordEvent(tx, threadId, { kind: "woken", details: { by: "person" } });
    await audit(tx, "thread.woken", { programId, threadId });
    await record(tx, { kind: "thread.changed", programId, threadId });
  });
}

/**
 * What was put off to a time that has come needs a person again: since the patient's oldest unanswered text, or since
 * now where nobody waited. How many.
 */
export async function wakeThreads(ctx: Ctx, limit = 100): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = await tx.db
      .select({
        id: threads.id,
        programId: threads.programId,
        waitingSince: threads.waitingSince,
        priority: threads.priority,
      })
      .from(threads)
      .where(lte(threads.snoozedUntil, tx.now))
      .orderBy(asc(threads.snoozedUntil), asc(threads.id))
      .limit(limit)
      .for("update", { skipLocked: true });
    for (const { id: threadId, programId, waitingSince, priority } of due) {
      await tx.db
        .update(threads)
        .set({ ...awake, waitingSince: sql`coalesce(${threads.waitingSince}, ${nowIn(tx)})` })
        .where(eq(threads.id, threadId));
      if (!waitingSince)
        await tx.db.insert(waits).values({ id: newId(), threadId, programId, since: tx.now, priority });
      await recordEvent(tx, threadId, { kind: "woken", details: { by: "time" } });
      await audit(tx, "thread.woken", { programId, threadId });
      await record(tx, { kind: "thread.changed", programId, threadId });
    }
    return due.length;
  });
}
