import { and, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { messages, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { firstIdAt, isId } from "@/lib/ids";
import { type NotSentCount, type NotSentPage, type NotSentState, notSentStates, type Purpose } from "./types";

const pageSize = 50;
const days = 30;

/** A program's texts that did not reach their phone in the last 30 days, newest first, without their words. */
export async function notSentTexts(
  ctx: Ctx,
  programId: string,
  { state, after }: { state?: NotSentState | undefined; after?: string | undefined } = {},
): Promise<NotSentPage> {
  authorize(ctx, "campaign.read");
  await requireProgram(ctx, programId);
  const rows = await ctx.db
    .select({
      id: messages.id,
      at: messages.createdAt,
      state: messages.state,
      reason: messages.reason,
      purpose: messages.purpose,
      segments: messages.segments,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(
      and(
        inArray(messages.state, state ? [state] : [...notSentStates]),
        recent(ctx),
        eq(threads.programId, programId),
        after && isId(after) ? lt(messages.id, after) : undefined,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return {
    texts: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      state: row.state as NotSentState,
      reason: row.reason,
      purpose: row.purpose as Purpose,
      segments: row.segments,
    })),
    counts: await countsOf(ctx, programId),
    days,
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function countsOf(ctx: Ctx, programId: string): Promise<NotSentCount[]> {
  const rows = await ctx.db
    .select({ state: messages.state, reason: messages.reason, texts: sql<number>`count(*)::int` })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(and(inArray(messages.state, [...notSentStates]), recent(ctx), eq(threads.programId, programId)))
    .groupBy(messages.state, messages.reason)
    .orderBy(desc(sql`count(*)`))
    .limit(100);
  return rows.map((row) => ({ ...row, state: row.state as NotSentState }));
}

// The index of these texts is by id.
const recent = (ctx: Ctx) => gt(messages.id, firstIdAt(new Date(ctx.now.getTime() - days * 86_400_000)));
