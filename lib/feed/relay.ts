import type { Db } from "@/db/client";
import { log, trace } from "@/lib/log";
import { feedHead, readFeed } from "./cursor";
import type { Cursor, FeedRow } from "./types";

export interface Relay {
  /** Hands every row committed from now on to the listener. Returns how to stop. */
  subscribe(listener: (rows: FeedRow[]) => void): () => void;
}

const pollMilliseconds = 150;

/** One per web process: reads the feed once and fans it out to every open stream. Idle without streams. */
export function startRelay(db: Db): Relay {
  const listeners = new Set<(rows: FeedRow[]) => void>();
  let running = false;

  async function poll(cursor: Cursor | undefined): Promise<void> {
    if (listeners.size === 0) {
      running = false;
      return;
    }
    let next = cursor;
    try {
      next ??= await feedHead(db);
      const rows = await readFeed(db, next);
      next = rows.at(-1)?.cursor ?? next;
      if (rows.length > 0) for (const listener of listeners) listener(rows);
    } catch (error) {
      log.error("the feed cannot be read", trace(error));
    }
    setTimeout(() => void poll(next), pollMilliseconds).unref();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!running) {
        running = true;
        void poll(undefined);
      }
      return () => listeners.delete(listener);
    },
  };
}
