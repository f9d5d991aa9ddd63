import { and, desc, eq, gt, gte, lt, type SQL } from "drizzle-orm";
import { phones, threadEvents, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import type { EarlierInput } from "./inputs";
import { messagesOf, type Place, type Said } from "./timeline-texts";
import type { ThreadEventKind } from "./types";
import type { ThreadEvent, TimelinePart } from "./types-working";

/** What a conversation opens with: more than a screen, little enough to open at once. */
const shownFirst = 60;
const shownEarlier = 200;
/** Beside so many texts there are fewer; one that has more shows the newest. */
const mostEvents = 1_000;

/**
 * The newest texts of a conversation with what was done between them, and which text of the patient was the last when
 * they were read: what an act names as seen must be what is shown. For who has reached it.
 */
export async function newestPart(
  ctx: Ctx,
  place: Place,
): Promise<TimelinePart & { lastInboundId: string | null | undefined }> {
  const said = await messagesOf(ctx, place, shownFirst + 1);
  return { ...(await partOf(ctx, place, said, shownFirst)), lastInboundId: said[0]?.lastInboundId };
}

/** The texts before `before`, at most 200, with what was done between them. Reading them is audited. Throws NotFound. */
export async function earlierPart(ctx: Ctx, { threadId, before }: EarlierInput): Promise<TimelinePart> {
  authorize(ctx, "thread.read");
  const [thread] = await ctx.db
    .select({ programId: threads.programId, passedOnAt: phones.reassignedAt })
    .from(threads)
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();
  const { programId, passedOnAt } = thread;
  const place = { threadId, passedOnAt };
  const said = await messagesOf(ctx, place, shownEarlier + 1, before);
  const part = await partOf(ctx, place, said, shownEarlier, before);
  await auditReading(ctx, "thread.read", threadId, { programId });
  return part;
}

// Ids are made in the order in which things happened, so texts and events of a part have one range of them.
async function partOf(
  ctx: Ctx,
  place: Place,
  said: Said[],
  limit: number,
  before?: string,
): Promise<TimelinePart> {
  const shown = said
    .slice(0, limit)
    .reverse()
    .map(({ message }) => message);
  const earlier = said.length > limit;
  const [oldest] = shown;
  const events = await eventsOf(
    ctx,
    place,
    and(
      earlier && oldest ? gte(threadEvents.id, oldest.id) : undefined,
      before ? lt(threadEvents.id, before) : undefined,
    ),
  );
  return { messages: shown, events, earlier };
}

/** Oldest first. */
async function eventsOf(
  ctx: Ctx,
  { threadId, passedOnAt }: Place,
  range: SQL | undefined,
): Promise<ThreadEvent[]> {
  const rows = await ctx.db
    .select({
      id: threadEvents.id,
      kind: threadEvents.kind,
      at: threadEvents.at,
      by: users.name,
      role: users.role,
      words: threadEvents.words,
      details: threadEvents.details,
    })
    .from(threadEvents)
    .leftJoin(users, eq(users.id, threadEvents.userId))
    .where(
      and(
        eq(threadEvents.threadId, threadId),
        range,
        passedOnAt ? gt(threadEvents.at, passedOnAt) : undefined,
      ),
    )
    .orderBy(desc(threadEvents.id))
    .limit(mostEvents);
  return rows.reverse().map(({ kind, at, words, ...row }) => ({
    ...{ ...row, kind: kind as ThreadEventKind, at: at.toISOString() },
    words: words && open("thread_events.words", row.id, words),
  }));
}
