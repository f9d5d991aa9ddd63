import { and, eq, isNull, lte } from "drizzle-orm";
import { phones, stops, threads } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { settleSuggestions } from "./stop-suggestion";

/**
 * Stops a number, for every program and everyone on it. False when it was stopped already; a patient who says it
 * again is then on file as well. The lock waits for texts that are being started on this phone and for a stop
 * that is being undone, and those that come later see it: law 1. `saidAt` is when the patient's text came.
 */
export async function recordStop(
  tx: Ctx,
  stop: { phoneId: string; source: "keyword" | "carrier" | "staff" | "wording"; messageId: string | null },
  saidAt: Date = tx.now,
): Promise<boolean> {
  const [phone] = await tx.db
    .select({ stoppedAt: phones.stoppedAt })
    .from(phones)
    .where(eq(phones.id, stop.phoneId))
    .limit(1)
    .for("no key update");
  if (!phone || (phone.stoppedAt && !isSaidAgain(stop.source, phone.stoppedAt, saidAt))) return false;
  await tx.db.update(phones).set({ stoppedAt: saidAt }).where(eq(phones.id, stop.phoneId));
  await tx.db.insert(stops).values({ id: newId(), stoppedAt: saidAt, ...stop });
  await settleSuggestions(tx, stop.phoneId);
  await audit(tx, "stop.recorded", { phoneId: stop.phoneId, source: stop.source });
  await announce(tx, stop.phoneId);
  return phone.stoppedAt === null;
}

// A form that was signed before the patient said it once more, by text or to a nurse, must not undo it.
const isSaidAgain = (source: string, stoppedAt: Date, saidAt: Date): boolean =>
  source !== "carrier" && saidAt > stoppedAt;

/**
 * The patient undoes a stop by START from that phone. False when there was none, or a later one than the
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

/**
 * A signed form undoes the stop that the nurse saw, and no later one: `stoppedAt` is the one on her screen. False
 * when the number is not stopped any more, or was stopped anew.
 */
export async function undoStopByConsent(
  tx: Ctx,
  { phoneId, stoppedAt, patientId }: { phoneId: string; stoppedAt: Date; patientId: string },
): Promise<boolean> {
  const [freed] = await tx.db
    .update(phones)
    .set({ stoppedAt: null })
    .where(and(eq(phones.id, phoneId), eq(phones.stoppedAt, stoppedAt)))
    .returning({ id: phones.id });
  if (!freed) return false;
  await tx.db
    .update(stops)
    .set({ undoneAt: tx.now, undoneBy: "form" })
    .where(and(eq(stops.phoneId, phoneId), isNull(stops.undoneAt)));
  await audit(tx, "stop.undone", { phoneId, source: "form", patientId });
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
