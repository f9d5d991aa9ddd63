import { threadEvents } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import type { ThreadEventKind } from "./types";

interface NewEvent {
  kind: ThreadEventKind;
  /** A note, or the reason that was given; sealed. */
  words?: string | undefined;
  /** Facts without a patient's data. Times are ISO. */
  details?: Record<string, string | number>;
}

/** Writes into the conversation's timeline what was done in it, inside the verb's own transaction. Returns its id. */
export async function recordEvent(
  tx: Ctx,
  threadId: string,
  { kind, words, details = {} }: NewEvent,
): Promise<string> {
  const id = newId();
  await tx.db.insert(threadEvents).values({
    ...{ threadId, id, kind, details, at: tx.now, userId: userIdOf(tx) },
    words: words ? seal("thread_events.words", id, words) : null,
  });
  return id;
}
