import { and, asc, eq, isNull } from "drizzle-orm";
import { carrierEvents } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { open, seal } from "@/lib/phi/seal";
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

/** Events not yet filed, oldest first, locked for this transaction; other workers pass them by. */
export async function lockWaitingEvents(tx: Ctx, kind: Kind, limit: number): Promise<WaitingEvent[]> {
  const rows = await tx.db
    .select({
      carrierId: carrierEvents.carrierId,
      status: carrierEvents.status,
      payload: carrierEvents.payload,
    })
    .from(carrierEvents)
    .where(and(eq(carrierEvents.kind, kind), isNull(carrierEvents.filedAt)))
    .orderBy(asc(carrierEvents.id))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(({ carrierId, status, payload }) => ({
    carrierId,
    status,
    payload: open("carrier_events.payload", rowOf(kind, carrierId, status), payload),
  }));
}

/** Done with it. A `problem` says in a word why it led to nothing; the row stays for a person to look at. */
export async function markFiled(
  tx: Ctx,
  kind: Kind,
  event: WaitingEvent,
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
