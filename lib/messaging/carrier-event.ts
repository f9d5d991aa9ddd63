import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { open, seal } from "@/lib/phi/seal";
import { storeEvent } from "./storing";
import { InboundPayload, StatusPayload } from "./vonage/payload";
import { genuine, type WebhookCall } from "./vonage/webhook-call";

export type EventKind = "inbound" | "status";

export interface StoredEvent {
  id: string;
  carrierId: string;
  status: string;
  /** Sealed. */
  payload: Buffer;
  receivedAt: Date;
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

/** What the event says, as it was stored. Throws when it does not open or no longer makes sense. */
export const readInbound = (event: StoredEvent): InboundPayload =>
  InboundPayload.parse(contentOf("inbound", event));
export const readStatus = (event: StoredEvent): StatusPayload =>
  StatusPayload.parse(contentOf("status", event));

const rowOf = (kind: EventKind, carrierId: string, status: string) => `${carrierId}:${kind}:${status}`;

function contentOf(kind: EventKind, { carrierId, status, payload }: StoredEvent): unknown {
  return JSON.parse(open("carrier_events.payload", rowOf(kind, carrierId, status), payload));
}

async function store(ctx: Ctx, kind: EventKind, id: string, status: string, payload: unknown): Promise<void> {
  // The database gives UUIDs back in lower case, and the seal is bound to the row's key.
  const carrierId = id.toLowerCase();
  const sealed = seal("carrier_events.payload", rowOf(kind, carrierId, status), JSON.stringify(payload));
  await storeEvent(ctx, { carrierId, kind, status, id: newId(), payload: sealed, receivedAt: ctx.now });
}
