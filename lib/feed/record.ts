import { feed } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { FeedEvent } from "./types";

/** Appends what happened, inside the transaction that made it happen. Ids only. */
export async function record(tx: Ctx, ...events: FeedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.db.insert(feed).values(events.map((event) => ({ ...event, id: newId() })));
}
