import { eq, type SQL, sql } from "drizzle-orm";
import { attempts, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/ids";
import { fileWaitingEvents, type WaitingEvent } from "./carrier-event";
import { advance } from "./message-state";
import { recordStop } from "./stop";
import { optedOutAtCarrier, StatusPayload } from "./vonage/payload";

/** Files up to `limit` receipts; returns how many there were. */
export async function fileReceipts(ctx: Ctx, limit = 50): Promise<number> {
  return fileWaitingEvents(ctx, "status", limit, fileReceipt);
}

/** Null when filed; else why not. */
async function fileReceipt(tx: Ctx, event: WaitingEvent): Promise<string | null> {
  const receipt = StatusPayload.parse(JSON.parse(event.payload));
  const ref = receipt.client_ref && isId(receipt.client_ref) ? receipt.client_ref : undefined;
  // One after the other: an "or" of both would read through all attempts, for every receipt.
  const attempt =
    (ref && (await attemptWhere(tx, eq(attempts.id, ref)))) ||
    (await attemptWhere(tx, eq(attempts.carrierId, event.carrierId)));
  if (!attempt) return "unknown_text";

  // A receipt proves that the carrier has it, whatever our own call came to.
  await tx.db
    .update(attempts)
    .set({
      settledAt: sql`coalesce(${attempts.settledAt}, clock_timestamp())`,
      outcome: "accepted",
      carrierId: event.carrierId,
    })
    .where(eq(attempts.id, attempt.id));
  const code = receipt.error?.title;
  await advance(tx, attempt, receipt.status, code ? `carrier ${code}` : null);
  if (code === optedOutAtCarrier) await stopPhoneOf(tx, attempt);
  return null;
}

async function attemptWhere(tx: Ctx, where: SQL) {
  const [attempt] = await tx.db
    .select({ id: attempts.id, messageId: attempts.messageId, threadId: attempts.threadId })
    .from(attempts)
    .where(where)
    .limit(1);
  return attempt;
}

async function stopPhoneOf(tx: Ctx, attempt: { threadId: string; messageId: string }): Promise<void> {
  const [thread] = await tx.db
    .select({ phoneId: threads.phoneId })
    .from(threads)
    .where(eq(threads.id, attempt.threadId))
    .limit(1);
  if (thread)
    await recordStop(tx, { phoneId: thread.phoneId, source: "carrier", messageId: attempt.messageId });
}
