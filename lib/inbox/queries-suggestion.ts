import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import { messages, stopSuggestions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { isUndecided } from "@/lib/messaging/stop-suggestion";
import { open } from "@/lib/phi/seal";
import type { ThreadDetail } from "./types";

// What the nurse reads again beside the question; all of it stands in the conversation.
const piecesQuoted = 6;
const charactersQuoted = 500;

/**
 * The oldest text of a conversation of the caller's that waits for a decision; null when none does. Without its words
 * where it came before the number passed to somebody else.
 */
export async function openSuggestionOf(
  ctx: Ctx,
  threadId: string,
  passedOnAt: Date | null,
): Promise<ThreadDetail["openSuggestion"]> {
  const [asked] = await ctx.db
    .select({ messageId: stopSuggestions.messageId })
    .from(stopSuggestions)
    .where(and(eq(stopSuggestions.threadId, threadId), isUndecided))
    .orderBy(asc(stopSuggestions.messageId))
    .limit(1);
  return asked ? { ...asked, words: await wordsOf(ctx, threadId, asked.messageId, passedOnAt) } : null;
}

/** What this text says, with the pieces that it goes on from: the wording may run across them. */
async function wordsOf(
  ctx: Ctx,
  threadId: string,
  messageId: string,
  passedOnAt: Date | null,
): Promise<string> {
  const rows = await ctx.db
    .select({ id: messages.id, body: messages.body, continues: messages.continues })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.direction, "in"),
        lte(messages.id, messageId),
        passedOnAt ? gt(messages.createdAt, passedOnAt) : undefined,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(piecesQuoted);
  const first = rows.findIndex((row) => !row.continues);
  const pieces = first < 0 ? rows : rows.slice(0, first + 1);
  return pieces
    .map((row) => open("messages.body", row.id, row.body))
    .reverse()
    .join("")
    .slice(0, charactersQuoted);
}
