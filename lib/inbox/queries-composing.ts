import { and, eq, inArray } from "drizzle-orm";
import { messages, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { type Ctx, userIdOf } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { heldReplies } from "@/lib/messaging/cancelling";
import { theirTime } from "@/lib/messaging/their-time";
import { loadDraft } from "./draft";
import { newestReplyOfOthers } from "./reply";
import type { Composing, HeldReply } from "./types-sending";

/** What stands ready where a nurse writes: her draft, what can still be taken back, what time it is for the patient. */
export async function composing(ctx: Ctx, threadId: string): Promise<Composing> {
  authorize(ctx, "thread.read");
  if (!isId(threadId)) throw new NotFound();
  const [thread] = await ctx.db
    .select({
      phoneId: threads.phoneId,
      senderId: threads.senderId,
      programId: threads.programId,
      lastInboundId: threads.lastInboundId,
    })
    .from(threads)
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();

  const [draft, held, newestOfOthers, time] = await Promise.all([
    loadDraft(ctx, threadId),
    heldIn(ctx, threadId, thread.senderId),
    newestReplyOfOthers(ctx, threadId, thread.lastInboundId),
    theirTime(ctx, thread),
  ]);
  const opensAt = time.opensAt?.toISOString() ?? null;
  return { draft, held, newestOfOthers, theirTime: { zones: time.zones, opensAt } };
}

async function heldIn(ctx: Ctx, threadId: string, senderId: string): Promise<HeldReply[]> {
  const held = await heldReplies(ctx, { threadIds: [threadId], senderIds: [senderId] });
  if (held.length === 0) return [];
  const authors = await ctx.db
    .select({ messageId: messages.id, userId: users.id, name: users.name })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.authorId))
    .where(
      and(
        eq(messages.threadId, threadId),
        inArray(
          messages.id,
          held.map((reply) => reply.messageId),
        ),
      ),
    )
    .limit(held.length);
  const byId = new Map(authors.map((author) => [author.messageId, author]));
  return held.map(({ messageId, dueAt }) => {
    const author = byId.get(messageId);
    const mine = author?.userId === userIdOf(ctx);
    return { messageId, dueAt: dueAt.toISOString(), author: mine ? null : (author?.name ?? "Somebody") };
  });
}
