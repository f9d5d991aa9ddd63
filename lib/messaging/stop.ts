import { and, eq, isNull, lte } from "drizzle-orm";
import { phones, stops, threads } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";

/**
 * Stops a number, for every program and everyone on it. False when it was stopped already. The update
 * waits for texts that are being started on this phone, and those that come later see it: law 1.
 * `saidAt` is when the patient's text came, where it is filed later.
 */
export async function recordStop(
  tx: Ctx,
  stop: { phoneId: string; source: "keyword" | "carrier" | "staff"; messageId: string | null },
  saidAt: Date = tx.now,
): Promise<boolean> {
  const [stopped] = await tx.db
    .update(phones)
    .set({ stoppedAt: saidAt })
    .where(and(eq(phones.id, stop.phoneId), isNull(phones.stoppedAt)))
    .returning({ id: phones.id });
  if (!stopped) return false;
  await tx.db.insert(stops).values({ id: newId(), stoppedAt: saidAt, ...stop });
  await audit(tx, "stop.recorded", { phoneId: stop.phoneId, source: stop.source });
  await announce(tx, stop.phoneId);
  return true;
}

/**
 * Only the patient undoes a stop, by START from that phone. False when there was none, or a later one than the
 * START: a text that was set aside is filed long after it came.
 */
export async function undoStop(
  tx: Ctx,
  { phoneId, messageId }: { phoneId: string; messageId: string },
  saidAt: Date = tx.now,
): Promise<boolean> {
  const [freed] = await tx.db
    .update(phones)
    .set({ stoppedAt: null })
    .where(and(eq(phones.id, phoneId), lte(phones.stoppedAt, saidAt)))
    .returning({ id: phones.id });
  if (!freed) return false;
  await tx.db
    .update(stops)
    .set({ undoneAt: tx.now, undoneBy: "keyword", undoneMessageId: messageId })
    .where(and(eq(stops.phoneId, phoneId), isNull(stops.undoneAt)));
  await audit(tx, "stop.undone", { phoneId, source: "keyword" });
  await announce(tx, phoneId);
  return true;
}

async function announce(tx: Ctx, phoneId: string): Promise<void> {
  const affected = await tx.db
    .select({ threadId: threads.id, programId: threads.programId })
    .from(threads)
    .where(eq(threads.phoneId, phoneId))
    .limit(100);
  await record(tx, ...affected.map((thread) => ({ kind: "stop.changed" as const, ...thread })));
}
