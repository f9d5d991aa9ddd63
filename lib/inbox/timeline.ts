import { and, desc, eq, gt, gte, lt, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  campaigns,
  enrollmentSteps,
  messages,
  patients,
  phones,
  stopSuggestions,
  threadEvents,
  threads,
  users,
} from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { MessageState, Purpose } from "@/lib/messaging/types";
import { open } from "@/lib/phi/seal";
import type { EarlierInput } from "./inputs";
import type { ThreadEventKind, ThreadMessage } from "./types";
import type { ThreadEvent, TimelinePart } from "./types-working";

/** What a conversation opens with: more than a screen, little enough to open at once. */
const shownFirst = 60;
const shownEarlier = 200;
/** Beside so many texts there are fewer; one that has more shows the newest. */
const mostEvents = 1_000;

/** Nothing from before the number passed to somebody else is ever read here. */
interface Place {
  threadId: string;
  passedOnAt: Date | null;
}

/** The newest texts of a conversation with what was done between them. For who has reached it. */
export const newestPart = (ctx: Ctx, place: Place): Promise<TimelinePart> => partOf(ctx, place, shownFirst);

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
  const part = await partOf(ctx, { threadId, passedOnAt }, shownEarlier, before);
  await auditReading(ctx, "thread.read", threadId, { programId });
  return part;
}

// Ids are made in the order in which things happened, so texts and events of a part have one range of them.
async function partOf(ctx: Ctx, place: Place, limit: number, before?: string): Promise<TimelinePart> {
  const said = await messagesOf(ctx, place, limit + 1, before);
  const shown = said.slice(0, limit).reverse();
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

const decider = alias(users, "decider");

/** Newest first. */
async function messagesOf(
  ctx: Ctx,
  { threadId, passedOnAt }: Place,
  limit: number,
  before?: string,
): Promise<ThreadMessage[]> {
  const rows = await ctx.db
    .select({
      id: messages.id,
      direction: messages.direction,
      purpose: messages.purpose,
      state: messages.state,
      reason: messages.reason,
      body: messages.body,
      media: messages.media,
      continues: messages.continues,
      createdAt: messages.createdAt,
      author: users.name,
      role: users.role,
      campaign: campaigns.name,
      step: enrollmentSteps.step,
      patientId: messages.patientId,
      patientName: patients.name,
      suggestedAt: stopSuggestions.suggestedAt,
      decision: stopSuggestions.decision,
      decider: decider.name,
    })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId))
    .leftJoin(enrollmentSteps, eq(enrollmentSteps.messageId, messages.id))
    .leftJoin(campaigns, eq(campaigns.id, enrollmentSteps.campaignId))
    .leftJoin(patients, eq(patients.id, messages.patientId))
    .leftJoin(
      stopSuggestions,
      and(eq(stopSuggestions.threadId, messages.threadId), eq(stopSuggestions.messageId, messages.id)),
    )
    .leftJoin(decider, eq(decider.id, stopSuggestions.decidedBy))
    .where(
      and(
        eq(messages.threadId, threadId),
        before ? lt(messages.id, before) : undefined,
        passedOnAt ? gt(messages.createdAt, passedOnAt) : undefined,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit);
  return rows.map((r) => ({
    id: r.id,
    direction: r.direction,
    purpose: r.purpose as Purpose | null,
    state: r.state as MessageState,
    reason: r.reason,
    body: open("messages.body", r.id, r.body),
    media: r.media,
    continues: r.continues,
    at: r.createdAt.toISOString(),
    author: r.author,
    role: r.role,
    campaign: r.campaign !== null && r.step !== null ? { name: r.campaign, step: r.step } : null,
    patientName: r.patientId && r.patientName ? open("patients.name", r.patientId, r.patientName) : null,
    suggestion: r.suggestedAt && { decision: r.decision, by: r.decider },
  }));
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
