import { eq, or, sql } from "drizzle-orm";
import { attempts, threads } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { isId } from "@/lib/ids";
import { lockWaitingEvents, markFiled, type WaitingEvent } from "./carrier-event";
import { advance } from "./message-state";
import { recordStop } from "./stop";
import { optedOutAtCarrier, StatusPayload } from "./vonage/payload";

/** Files up to `limit` receipts; returns how many there were. */
export async function fileReceipts(ctx: Ctx, limit = 50): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const events = await lockWaitingEvents(tx, "status", limit);
    for (const event of events) await markFiled(tx, "status", event, await fileReceipt(tx, event));
    return events.length;
  });
}

/** Null when filed; else why not. */
async function fileReceipt(tx: Ctx, event: WaitingEvent): Promise<string | null> {
  const receipt = StatusPayload.parse(JSON.parse(event.payload));
  const ref = receipt.client_ref && isId(receipt.client_ref) ? receipt.client_ref : undefined;
  const [attempt] = await tx.db
    .select({ id: attempts.id, messageId: attempts.messageId, threadId: attempts.threadId })
    .from(attempts)
    .where(
      ref
        ? or(eq(attempts.id, ref), eq(attempts.carrierId, event.carrierId))
        : eq(attempts.carrierId, event.carrierId),
    )
    .limit(1);
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

async function stopPhoneOf(tx: Ctx, attempt: { threadId: string; messageId: string }): Promise<void> {
  const [thread] = await tx.db
    .select({ phoneId: threads.phoneId })
    .from(threads)
    .where(eq(threads.id, attempt.threadId))
    .limit(1);
  if (thread)
    await recordStop(tx, { phoneId: thread.phoneId, source: "carrier", messageId: attempt.messageId });
}
