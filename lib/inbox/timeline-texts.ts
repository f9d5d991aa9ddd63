import { and, desc, eq, gt, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { campaigns, enrollmentSteps, messages, patients, stopSuggestions, threads, users } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { MessageState, Purpose } from "@/lib/messaging/types";
import { open } from "@/lib/phi/seal";
import type { ThreadMessage } from "./types";

/** Nothing from before the number passed to somebody else is ever read here. */
export interface Place {
  threadId: string;
  passedOnAt: Date | null;
}

export interface Said {
  message: ThreadMessage;
  /** Of the conversation, in the same moment. */
  lastInboundId: string | null;
}

const decider = alias(users, "decider");

/** Texts of a conversation, newest first, with who or which campaign sent them. For who has reached it. */
export async function messagesOf(
  ctx: Ctx,
  { threadId, passedOnAt }: Place,
  limit: number,
  before?: string,
): Promise<Said[]> {
  const rows = await ctx.db
    .select({
      id: messages.id,
      lastInboundId: threads.lastInboundId,
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
    .innerJoin(threads, eq(threads.id, messages.threadId))
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
    lastInboundId: r.lastInboundId,
    message: {
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
    },
  }));
}
