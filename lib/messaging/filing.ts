import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { at, texts, uuids } from "@/db/client";
import { carrierEvents } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { log, trace } from "@/lib/log";
import { isOutage } from "@/lib/outage";
import type { EventKind, StoredEvent } from "./carrier-event";
import { countTries, giveBackTries, oweTries, takeUp, type WaitingEvent } from "./taking-up";

/** An event that could be read, and what it says. */
export interface ReadEvent<Said> extends StoredEvent {
  said: Said;
}

const triesAllowed = 3;

/**
 * Files up to `limit` events, oldest first, in one transaction; answers how many it dealt with. `file` answers
 * why events led to nothing, in a word, by their id.
 *
 * Tries are counted on another connection before the work, so that an event that kills the worker is known by
 * its count. Whatever was tried before is worked off one by one, and set aside after the third try. A database
 * that goes away does not count: that try is given back.
 */
export async function fileWaitingEvents<Said>(
  ctx: Ctx,
  kind: EventKind,
  limit: number,
  read: (event: StoredEvent) => Said,
  file: (tx: Ctx, events: ReadEvent<Said>[]) => Promise<Map<string, string>>,
): Promise<number> {
  await giveBackTries(ctx);
  let taken: string[] = [];
  try {
    return await inTransaction(ctx, async (tx) => {
      const events = await takeUp(tx, kind, limit);
      const [first] = events;
      if (!first) return 0;
      if (first.tries >= triesAllowed) {
        await setAside(tx, kind, [first], "fails");
        return 1;
      }
      taken = events.map((event) => event.id);
      await countTries(ctx, kind, taken, 1);
      const { readable, unreadable } = readAll(events, read);
      await setAside(tx, kind, unreadable, "unreadable");
      if (readable.length > 0) await markFiled(tx, kind, readable, await file(tx, readable));
      return events.length;
    });
  } catch (error) {
    if (isOutage(error)) oweTries(kind, taken);
    throw error;
  }
}

function readAll<Said>(events: WaitingEvent[], read: (event: StoredEvent) => Said) {
  const readable: ReadEvent<Said>[] = [];
  const unreadable: WaitingEvent[] = [];
  for (const event of events)
    try {
      readable.push({ ...event, said: read(event) });
    } catch (error) {
      log.error("a carrier event could not be read", { reason: event.id, ...trace(error) });
      unreadable.push(event);
    }
  return { readable, unreadable };
}

/** Not filed, not lost: it waits for a person, who is shown how many there are and may try again. */
async function setAside(
  tx: Ctx,
  kind: EventKind,
  events: WaitingEvent[],
  problem: "fails" | "unreadable",
): Promise<void> {
  if (events.length === 0) return;
  const ids = events.map((event) => event.id);
  await tx.db
    .update(carrierEvents)
    .set({ parkedAt: tx.now, problem })
    .where(
      and(
        eq(carrierEvents.kind, kind),
        inArray(carrierEvents.id, ids),
        isNull(carrierEvents.filedAt),
        isNull(carrierEvents.parkedAt),
      ),
    );
  for (const id of ids)
    log.error("a carrier event was set aside until a person tries it again", {
      kind,
      code: problem,
      reason: id,
    });
}

/** Done with them. A problem says in a word why one led to nothing; the row stays for a person to look at. */
async function markFiled(
  tx: Ctx,
  kind: EventKind,
  events: StoredEvent[],
  problems: Map<string, string>,
): Promise<void> {
  await tx.db.execute(
    sql`update carrier_events e set filed_at = ${at(tx.now)}, problem = f.problem
        from unnest(${uuids(events.map((e) => e.carrierId))}, ${texts(events.map((e) => e.status))},
                    ${texts(events.map((e) => problems.get(e.id) ?? null))}) as f(carrier_id, status, problem)
        where e.carrier_id = f.carrier_id and e.kind = ${kind} and e.status = f.status`,
  );
  const counts = new Map<string, number>();
  for (const problem of problems.values()) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  for (const [reason, count] of counts) log.warn("carrier events led to nothing", { kind, reason, count });
}
