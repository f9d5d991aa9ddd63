import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { carrierEvents } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { carrierSettings } from "@/lib/env";
import { Forbidden, Invalid, Unavailable } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { open, seal } from "@/lib/phi/seal";
import { InboundPayload, StatusPayload } from "./vonage/payload";
import { signatureFault } from "./vonage/signature";

type Kind = "inbound" | "status";
interface Call {
  authorization: string | null;
  body: Buffer;
}

export interface WaitingEvent {
  carrierId: string;
  status: string;
  payload: string;
}

/** A patient's text: verified, stored once, filed later by the inbox's loop. Throws Forbidden or Invalid. */
export async function receiveInbound(ctx: Ctx, call: Call): Promise<void> {
  const payload = verified("inbound", InboundPayload, call);
  await store(ctx, "inbound", payload.message_uuid, "", payload);
}

/** A receipt: verified, stored once, filed later. Throws Forbidden or Invalid. */
export async function receiveStatus(ctx: Ctx, call: Call): Promise<void> {
  const payload = verified("status", StatusPayload, call);
  await store(ctx, "status", payload.message_uuid, payload.status, payload);
}

function verified<Schema extends z.ZodType>(kind: Kind, schema: Schema, call: Call): z.infer<Schema> {
  const settings = carrierSettings();
  if (!settings) throw new Unavailable("The carrier is not configured.");
  // The carrier's clock is the real one, whatever the business clock says.
  const fault = signatureFault(call, settings, Date.now() / 1000);
  if (fault) {
    log.warn("a webhook was refused", { kind, reason: fault });
    throw new Forbidden(`webhook.${kind}`);
  }
  const parsed = schema.safeParse(parseJson(call.body));
  if (parsed.success) return parsed.data;
  log.warn("a webhook could not be read", { kind, reason: parsed.error.issues[0]?.path.join(".") ?? "body" });
  throw new Invalid("That event could not be read.");
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
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
