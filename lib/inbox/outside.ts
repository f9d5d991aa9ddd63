import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { requireFree } from "./claim";
import { recordEvent } from "./event";
import type { OutsideInput } from "./inputs";
import { lockThread, requireSeen } from "./thread-reach";
import { endWaiting } from "./waiting";

/**
 * The nurse reached the patient beside texts: nobody waits any more. Throws Conflict when a text came that she has
 * not seen, which the call may not have been about, or when somebody else holds the conversation.
 */
export async function recordOutside(ctx: Ctx, { threadId, seen, how, words }: OutsideInput): Promise<void> {
  authorize(ctx, "thread.reply");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    requireSeen(thread, seen, "Nothing was recorded; read it, then record the contact.");
    await requireFree(tx, threadId);
    await endWaiting(tx, threadId, "outside");
    await recordEvent(tx, threadId, { kind: "outside", words, details: { how } });
    await audit(tx, "thread.reached-outside", { programId: thread.programId, threadId, how });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}
