import type { Db } from "@/db/client";
import { log, trace } from "@/lib/log";
import { feedHead, readFeed } from "./cursor";
import type { Cursor, FeedRow } from "./types";

type Listener = (rows: FeedRow[]) => void;

export interface Relay {
  /** Hands every row committed after this is resolved to the listener. Resolves to how to stop. */
  subscribe(listener: Listener): Promise<() => void>;
}

const pollMilliseconds = 150;

/** One per web process: reads the feed once and fans it out to every open stream. Idle without streams. */
export function startRelay(db: Db): Relay {
  const listeners = new Set<Listener>();
  let running: Promise<void> | undefined;

  async function begin(): Promise<void> {
    try {
      const head = await feedHead(db);
      void poll(head);
    } catch (error) {
      running = undefined;
      throw error;
    }
  }

  async function poll(cursor: Cursor): Promise<void> {
    if (listeners.size === 0) {
      running = undefined;
      return;
    }
    let next = cursor;
    try {
      const rows = await readFeed(db, cursor);
      next = rows.at(-1)?.cursor ?? cursor;
      if (rows.length > 0) for (const listener of listeners) hand(listener, rows);
    } catch (error) {
      log.error("the feed cannot be read", trace(error));
    }
    setTimeout(() => void poll(next), pollMilliseconds).unref();
  }

  return {
    async subscribe(listener) {
      listeners.add(listener);
      running ??= begin();
      try {
        await running;
      } catch (error) {
        listeners.delete(listener);
        throw error;
      }
      return () => listeners.delete(listener);
    },
  };
}

// One that fails must not keep the rows from the others.
function hand(listener: Listener, rows: FeedRow[]): void {
  try {
    listener(rows);
  } catch (error) {
    log.error("a listener to the feed failed", trace(error));
  }
}
