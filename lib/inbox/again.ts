import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { queueAgain } from "@/lib/messaging/line-up";
import { hasUndecided } from "@/lib/messaging/stop-suggestion";
import type { SendAgainInput } from "./inputs";
import { lockThread, stoppedAtOf } from "./thread-reach";

/**
 * A nurse decides to send a text once more of which nobody knows whether it arrived: the patient may get it
 * twice. Throws Conflict when it is known by now, or when somebody else did it first; Blocked after STOP
 * and while nobody has decided whether a text was one.
 */
export async function sendAgain(ctx: Ctx, { threadId, messageId }: SendAgainInput): Promise<void> {
  authorize(ctx, "thread.reply");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    await requireOurs(tx, threadId, messageId);
    if (await stoppedAtOf(tx, thread.phoneId))
      throw new Blocked("The patient stopped texts to this number. Nothing was sent again; call instead.");
    if (await hasUndecided(tx, threadId))
      throw new Blocked("Decide first whether the patient asks us to stop. Nothing was sent again.");
    const queued = await queueAgain(tx, [{ threadId, messageId }], "unknown", tx.now);
    if (queued.length === 0)
      throw new Conflict(
        "By now we know more about this text. Nothing was sent again; look at it once more.",
      );
    await audit(tx, "message.sent-again", { programId: thread.programId, threadId, messageId });
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}

// A campaign's texts are its manager's to send again, all at once, from the campaign's page.
async function requireOurs(tx: Ctx, threadId: string, messageId: string): Promise<void> {
  const [message] = await tx.db
    .select({ purpose: messages.purpose })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.id, messageId), eq(messages.direction, "out")))
    .limit(1);
  if (!message) throw new NotFound();
  if (message.purpose !== "reply")
    throw new Blocked(
      "Only replies are sent again from here. A campaign's texts are sent again on its page.",
    );
}
