import { carrierEvents } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { isOutage } from "@/lib/outage";

// Calls of the carrier come in bursts, and each waits until its event is durable: those that come while one
// statement is under way are stored by the next, together.

type NewEvent = typeof carrierEvents.$inferInsert;

interface Unstored {
  ctx: Ctx;
  event: NewEvent;
  stored: () => void;
  failed: (error: unknown) => void;
}

const mostAtOnce = 100;
const unstored: Unstored[] = [];
let storing = false;

/** Resolves once the event is durable, whether it was new or there already. Throws what the database throws. */
export function storeEvent(ctx: Ctx, event: NewEvent): Promise<void> {
  return new Promise((stored, failed) => {
    unstored.push({ ctx, event, stored, failed });
    if (!storing) void storeAll();
  });
}

async function storeAll(): Promise<void> {
  storing = true;
  for (let batch = unstored.splice(0, mostAtOnce); batch.length > 0; batch = unstored.splice(0, mostAtOnce))
    await storeBatch(batch);
  storing = false;
}

async function storeBatch(batch: Unstored[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    await first.ctx.db
      .insert(carrierEvents)
      // In one order everywhere: two processes that are told the same must not wait for each other.
      .values(batch.map(({ event }) => event).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
      .onConflictDoNothing();
    for (const { stored } of batch) stored();
  } catch (error) {
    // One that cannot be stored must not keep its neighbours from it.
    if (batch.length > 1 && !isOutage(error)) for (const one of batch) await storeBatch([one]);
    else for (const { failed } of batch) failed(error);
  }
}

const keyOf = ({ carrierId, kind, status }: NewEvent) => `${carrierId} ${kind} ${status}`;
