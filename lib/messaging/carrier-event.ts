import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { carrierEvents } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { open, seal } from "@/lib/phi/seal";
import { restingPlace } from "@/lib/resting";
import { InboundPayload, StatusPayload } from "./vonage/payload";
import { genuine, type WebhookCall } from "./vonage/webhook-call";

type Kind = "inbound" | "status";

export interface WaitingEvent {
  carrierId: string;
  status: string;
  payload: string;
}

/** A patient's text: verified, stored once, filed later by the inbox's loop. Throws Forbidden or Invalid. */
export async function receiveInbound(ctx: Ctx, call: WebhookCall): Promise<void> {
  const payload = genuine("inbound", InboundPayload, call);
  await store(ctx, "inbound", payload.message_uuid, "", payload);
}

/** A receipt: verified, stored once, filed later. Throws Forbidden or Invalid. */
export async function receiveStatus(ctx: Ctx, call: WebhookCall): Promise<void> {
  const payload = genuine("status", StatusPayload, call);
  await store(ctx, "status", payload.message_uuid, payload.status, payload);
}

const rowOf = (kind: Kind, carrierId: string, status: string) => `${carrierId}:${kind}:${status}`;

async function store(
  ctx: Ctx,
  kind: Kind,
  carrierId: string,
  status: string,
  payload: unknown,
): Promise<void> {
  const sealed = seal("carrier_events.payload", rowOf(kind, carrierId, status), JSON.stringify(payload));
  await ctx.db
    .insert(carrierEvents)
    .values({ carrierId, kind, status, id: newId(), payload: sealed, receivedAt: ctx.now })
    .onConflictDoNothing();
}

const resting = restingPlace("carrier event");

/**
 * Files up to `limit` events, oldest first, in one transaction; answers how many there were. `file` says in a
 * word why an event led to nothing, or null. One that throws is rolled back with the others and tried again.
 */
export async function fileWaitingEvents(
  ctx: Ctx,
  kind: Kind,
  limit: number,
  file: (tx: Ctx, event: WaitingEvent) => Promise<string | null>,
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const events = await lockWaitingEvents(tx, kind, limit);
    for (const { id, carrierId, status, payload: sealed } of events) {
      const problem = await resting.attempt(tx, id, async () => {
        const payload = open("carrier_events.payload", rowOf(kind, carrierId, status), sealed);
        return file(tx, { carrierId, status, payload });
      });
      await markFiled(tx, kind, { carrierId, status }, problem);
    }
    return events.length;
  });
}

/**
 * Workers pass by receipts that another one holds, and wait for texts: filed side by side, the START that a
 * patient sent before a STOP could undo it.
 */
async function lockWaitingEvents(tx: Ctx, kind: Kind, limit: number) {
  const tired = resting.ids(tx);
  return tx.db
    .select({
      id: carrierEvents.id,
      carrierId: carrierEvents.carrierId,
      status: carrierEvents.status,
      payload: carrierEvents.payload,
    })
    .from(carrierEvents)
    .where(
      and(
        eq(carrierEvents.kind, kind),
        isNull(carrierEvents.filedAt),
        tired.length > 0 ? notInArray(carrierEvents.id, tired) : undefined,
      ),
    )
    .orderBy(asc(carrierEvents.id))
    .limit(limit)
    .for("update", kind === "status" ? { skipLocked: true } : {});
}

/** Done with it. A `problem` says in a word why it led to nothing; the row stays for a person to look at. */
async function markFiled(
  tx: Ctx,
  kind: Kind,
  event: Pick<WaitingEvent, "carrierId" | "status">,
  problem: string | null,
): Promise<void> {
  if (problem) log.warn("a carrier event led to nothing", { kind, reason: problem });
  await tx.db
    .update(carrierEvents)
    .set({ filedAt: tx.now, problem })
    .where(
      and(
        eq(carrierEvents.carrierId, event.carrierId),
        eq(carrierEvents.kind, kind),
        eq(carrierEvents.status, event.status),
      ),
    );
}
