import { and, asc, inArray, isNull } from "drizzle-orm";
import { redFlags } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import type { Priority } from "./types";

export interface OpenFlag {
  priority: Priority | "review";
  words: string;
  raisedAt: Date;
}

const strength = { emergency: 0, urgent: 1, routine: 2, review: 3 } as const;
const mostFlags = 1_000;

/** The strongest flag of each thread that nobody cleared, the newest of equals. The threads are the caller's. */
export async function openFlagsOf(ctx: Ctx, threadIds: string[]): Promise<Map<string, OpenFlag>> {
  const rows = await ctx.db
    .select({
      threadId: redFlags.threadId,
      id: redFlags.id,
      priority: redFlags.priority,
      words: redFlags.words,
      raisedAt: redFlags.raisedAt,
    })
    .from(redFlags)
    .where(and(inArray(redFlags.threadId, threadIds), isNull(redFlags.clearedAt)))
    .orderBy(asc(redFlags.threadId), asc(redFlags.raisedAt), asc(redFlags.id))
    .limit(mostFlags);
  const strongest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const known = strongest.get(row.threadId);
    if (!known || strength[row.priority] <= strength[known.priority]) strongest.set(row.threadId, row);
  }
  return new Map(
    [...strongest].map(([threadId, { id, priority, words, raisedAt }]) => [
      threadId,
      { priority, raisedAt, words: open("red_flags.words", id, words) },
    ]),
  );
}
