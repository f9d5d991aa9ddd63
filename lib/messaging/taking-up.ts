import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { carrierEvents } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { EventKind, StoredEvent } from "./carrier-event";

export type WaitingEvent = StoredEvent & { tries: number };

// Texts are filed by one worker at a time: side by side, the START that a patient sent before a STOP could undo
// it. Receipts go in four lanes by the text that they are about, so that four workers can file them.
const lanes: Record<EventKind, number> = { inbound: 1, status: 4 };

/** The oldest events of a lane that no other worker holds; it is ours until the transaction ends. */
export async function takeUp(tx: Ctx, kind: EventKind, limit: number): Promise<WaitingEvent[]> {
  const start = Math.floor(Math.random() * lanes[kind]);
  const order = Array.from({ length: lanes[kind] }, (_, i) => (start + i) % lanes[kind]);
  // "case" asks for the lock only where there is work; "limit" stops at the first lane that was had.
  const [lane] = await rowsOf<{ lane: number }>(
    tx.db,
    sql`select lane from unnest(array[${sql.join(
      order.map((n) => sql.raw(String(n))),
      sql`, `,
    )}]) lane
        where case when exists (select 1 from carrier_events where ${isWaiting(kind, sql`lane`)})
              then pg_try_advisory_xact_lock(hashtext('file ' || ${kind}), lane) else false end
        limit 1`,
  );
  if (!lane) return [];
  const events = await tx.db
    .select({
      id: carrierEvents.id,
      carrierId: carrierEvents.carrierId,
      status: carrierEvents.status,
      payload: carrierEvents.payload,
      receivedAt: carrierEvents.receivedAt,
      tries: carrierEvents.tries,
    })
    .from(carrierEvents)
    .where(isWaiting(kind, sql.raw(String(lane.lane))))
    .orderBy(carrierEvents.id)
    .limit(limit);
  const triedBefore = events.findIndex((event) => event.tries > 0);
  return triedBefore < 0 ? events : events.slice(0, Math.max(1, triedBefore));
}

const isWaiting = (kind: EventKind, lane: SQL): SQL =>
  sql`${and(
    eq(carrierEvents.kind, kind),
    isNull(carrierEvents.filedAt),
    isNull(carrierEvents.parkedAt),
  )} ${lanes[kind] > 1 ? sql`and get_byte(uuid_send(${carrierEvents.carrierId}), 15) % ${sql.raw(String(lanes[kind]))} = ${lane}` : sql``}`;

// Tries that an outage cut short and that could not be given back at once.
const owed: { kind: EventKind; ids: string[] }[] = [];

/** Gives them back as soon as the database is there again. */
export const oweTries = (kind: EventKind, ids: string[]): void => void owed.push({ kind, ids });

export async function giveBackTries(ctx: Ctx): Promise<void> {
  for (let debt = owed.shift(); debt; debt = owed.shift())
    try {
      await countTries(ctx, debt.kind, debt.ids, -1);
    } catch (error) {
      owed.push(debt);
      throw error;
    }
}

export async function countTries(ctx: Ctx, kind: EventKind, ids: string[], by: 1 | -1): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(carrierEvents)
    .set({ tries: sql`greatest(0, ${carrierEvents.tries} + ${by})` })
    .where(
      and(
        eq(carrierEvents.kind, kind),
        inArray(carrierEvents.id, ids),
        isNull(carrierEvents.filedAt),
        isNull(carrierEvents.parkedAt),
      ),
    );
}
