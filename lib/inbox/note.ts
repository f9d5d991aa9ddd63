import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { recordEvent } from "./event";
import type { NoteInput } from "./inputs";
import { lockThread } from "./thread-reach";

/** Writes a note into the timeline, for colleagues alone: it changes nothing else and never leaves the house. */
export async function addNote(ctx: Ctx, { threadId, words }: NoteInput): Promise<void> {
  authorize(ctx, "thread.note");
  await inTransaction(ctx, async (tx) => {
    const { programId } = await lockThread(tx, threadId);
    const eventId = await recordEvent(tx, threadId, { kind: "note", words });
    await audit(tx, "thread.noted", { programId, threadId, eventId });
    await record(tx, { kind: "thread.changed", programId, threadId });
  });
}
