import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { carrierEvents } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import type { ParkedEvent } from "./types";

// What could not be filed is set aside (see filing.ts) and stays until a person has it tried again.

const isParked = and(isNotNull(carrierEvents.parkedAt), isNull(carrierEvents.filedAt));
const again = { parkedAt: null, problem: null, tries: 0 };
const listed = 100;
const mostAtOnce = 2_000;

/** What waits for somebody to look at it, oldest first, at most 100. Says nothing of patients. */
export async function parkedEvents(ctx: Ctx): Promise<ParkedEvent[]> {
  authorize(ctx, "carrier.read");
  const rows = await ctx.db
    .select({
      id: carrierEvents.id,
      kind: carrierEvents.kind,
      receivedAt: carrierEvents.receivedAt,
      problem: carrierEvents.problem,
      tries: carrierEvents.tries,
    })
    .from(carrierEvents)
    .where(isParked)
    .orderBy(asc(carrierEvents.id))
    .limit(listed);
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
}

/** Has one filed again, with three new tries. Throws NotFound, or Conflict when it is no longer set aside. */
export async function retryParked(ctx: Ctx, eventId: string): Promise<void> {
  authorize(ctx, "carrier.resume");
  if (!isId(eventId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const [retried] = await tx.db
      .update(carrierEvents)
      .set(again)
      .where(and(isParked, eq(carrierEvents.id, eventId)))
      .returning({ kind: carrierEvents.kind });
    if (!retried) throw new Conflict("That event was tried again already.");
    await audit(tx, "event.retried", { eventId, kind: retried.kind, count: 1 });
  });
}

/** The oldest 2,000 that are set aside: what a mended setting or a new version can now file. How many. */
export async function retryAllParked(ctx: Ctx): Promise<number> {
  authorize(ctx, "carrier.resume");
  return inTransaction(ctx, async (tx) => {
    const oldest = tx.db
      .select({ id: carrierEvents.id })
      .from(carrierEvents)
      .where(isParked)
      .orderBy(asc(carrierEvents.id))
      .limit(mostAtOnce);
    const retried = await tx.db
      .update(carrierEvents)
      .set(again)
      .where(and(isParked, inArray(carrierEvents.id, oldest)))
      .returning({ id: carrierEvents.id });
    if (retried.length > 0) await audit(tx, "event.retried", { count: retried.length });
    return retried.length;
  });
}
