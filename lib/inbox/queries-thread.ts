import { and, desc, eq, gt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { messages, patients, phones, programs, stopSuggestions, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import type { MessageState, Purpose } from "@/lib/messaging/types";
import { actionsOf } from "@/lib/outcomes/queries";
import { recordsOfAll } from "@/lib/patients/merged-records";
import { patientsOnPhone } from "@/lib/patients/queries";
import { open } from "@/lib/phi/seal";
import { whoIs } from "./queries-people";
import { openSuggestionOf } from "./queries-suggestion";
import { holderAtWork } from "./thread-reach";
import type { Disposition, ThreadDetail, ThreadMessage } from "./types";

const messagesShown = 200;

/** One conversation with everything beside it. Reading it is audited. Throws NotFound. */
export async function threadDetail(ctx: Ctx, threadId: string): Promise<ThreadDetail> {
  authorize(ctx, "thread.read");
  if (!isId(threadId)) throw new NotFound();
  const [thread] = await ctx.db
    .select({
      id: threads.id,
      phoneId: threads.phoneId,
      lastInboundId: threads.lastInboundId,
      waitingSince: threads.waitingSince,
      claimedBy: threads.claimedBy,
      claimer: sql<string | null>`(${holderAtWork(ctx)})`,
      closedAt: threads.closedAt,
      disposition: threads.disposition,
      number: phones.number,
      stoppedAt: phones.stoppedAt,
      reassignedAt: phones.reassignedAt,
      program: {
        id: programs.id,
        name: programs.name,
        brand: programs.brand,
        desiredAction: programs.desiredAction,
        timeZone: programs.timeZone,
        segmentCostMicros: programs.segmentCostMicros,
      },
    })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();

  const onPhone = await patientsOnPhone(ctx, thread.phoneId);
  const records = await recordsOfAll(
    ctx,
    onPhone.patients.map((p) => p.id),
  );
  const actions = await actionsOf(ctx, thread.program.id, [...records.values()].flat());
  const { reassignedAt } = thread;
  const said = await messagesOf(ctx, threadId, reassignedAt);
  const nobody = onPhone.patients.length + onPhone.othersOutside === 0;
  await auditReading(ctx, "thread.read", threadId, { programId: thread.program.id });
  return {
    id: thread.id,
    who: whoIs(onPhone.patients.map((p) => p.name)),
    program: thread.program,
    phone: open("phones.number", thread.phoneId, thread.number),
    phoneId: thread.phoneId,
    passedOn: reassignedAt && { at: reassignedAt.toISOString(), canBeUndone: nobody },
    patients: onPhone.patients.map((p) => ({
      ...p,
      actions: (records.get(p.id) ?? []).flatMap((id) => actions.get(id) ?? []),
    })),
    othersOutside: onPhone.othersOutside,
    messages: said.slice(0, messagesShown).reverse(),
    earlierMessages: said.length > messagesShown,
    lastInboundId: thread.lastInboundId,
    waitingSince: thread.waitingSince?.toISOString() ?? null,
    claim: thread.claimer ? { name: thread.claimer, mine: thread.claimedBy === ctx.actor.userId } : null,
    closed: thread.closedAt ? (thread.disposition as Disposition) : null,
    openSuggestion: await openSuggestionOf(ctx, threadId, reassignedAt),
    stoppedAt: thread.stoppedAt?.toISOString() ?? null,
    now: ctx.now.toISOString(),
  };
}

const decider = alias(users, "decider");

/** Newest first, one more than is shown. What was written before the number passed on is never read here. */
async function messagesOf(ctx: Ctx, threadId: string, passedOnAt: Date | null): Promise<ThreadMessage[]> {
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
      patientId: messages.patientId,
      patientName: patients.name,
      suggestedAt: stopSuggestions.suggestedAt,
      decision: stopSuggestions.decision,
      decider: decider.name,
    })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId))
    .leftJoin(patients, eq(patients.id, messages.patientId))
    .leftJoin(
      stopSuggestions,
      and(eq(stopSuggestions.threadId, messages.threadId), eq(stopSuggestions.messageId, messages.id)),
    )
    .leftJoin(decider, eq(decider.id, stopSuggestions.decidedBy))
    .where(and(eq(messages.threadId, threadId), passedOnAt ? gt(messages.createdAt, passedOnAt) : undefined))
    .orderBy(desc(messages.id))
    .limit(messagesShown + 1);
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
    patientName: r.patientId && r.patientName ? open("patients.name", r.patientId, r.patientName) : null,
    suggestion: r.suggestedAt && { decision: r.decision, by: r.decider },
  }));
}
