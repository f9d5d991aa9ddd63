import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import {
  enrollments,
  patientPhones,
  patients,
  programPatients,
  redFlags,
  stopSuggestions,
  threads,
} from "@/db/schema";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { isUndecided } from "@/lib/messaging/stop-suggestion";
import { isHeld } from "./claim";
import type { InboxFilter, InboxView } from "./types";

export interface QueueView {
  where: (ctx: Ctx) => SQL | undefined;
  /** What it is ordered by, before the id; all of them one way. None of them is ever null in the view. */
  order: readonly PgColumn[];
  newestFirst?: true;
}

const waits = and(isNotNull(threads.waitingSince), isNull(threads.snoozedUntil));
// Emergencies, then urgent ones, then the longest wait: never the newest.
const byNeed = [threads.priority, threads.waitingSince];

/** Every part of the inbox: which conversations stand in it, and in which order. */
export const queueViews: Record<InboxView, QueueView> = {
  // Numbers that nobody knows neither drown the patients nor get lost: they wait in a queue of their own.
  waiting: { where: (ctx) => and(waits, isPatients(ctx)), order: byNeed },
  unclaimed: {
    where: (ctx) => and(waits, isPatients(ctx), or(isNull(threads.claimedUntil), not(isHeld))),
    order: byNeed,
  },
  mine: {
    where: (ctx) => and(eq(threads.claimedBy, userOf(ctx)), isHeld, isNull(threads.closedAt)),
    order: [threads.priority, threads.claimedAt],
  },
  answered: {
    where: () =>
      and(
        isNotNull(threads.lastInboundId),
        isNull(threads.waitingSince),
        isNull(threads.closedAt),
        isNull(threads.snoozedUntil),
      ),
    order: [threads.lastMessageAt],
  },
  snoozed: { where: () => isNotNull(threads.snoozedUntil), order: [threads.snoozedUntil] },
  review: {
    where: (ctx) => and(isNull(threads.closedAt), or(exists(openReviews(ctx)), exists(openSuggestions(ctx)))),
    order: [threads.priority, threads.lastMessageAt],
  },
  unknown: { where: (ctx) => and(waits, not(isPatients(ctx))), order: byNeed },
  closed: { where: () => isNotNull(threads.closedAt), order: [threads.closedAt], newestFirst: true },
  // A conversation begins when the patient has said something.
  recent: {
    where: () => isNotNull(threads.lastInboundId),
    order: [threads.lastMessageAt],
    newestFirst: true,
  },
};

/** What a nurse narrowed the view to. The program is asked for elsewhere: it leads every index. */
export const inFilter = (ctx: Ctx, { language, campaignId }: InboxFilter): SQL | undefined =>
  and(
    language ? exists(onPhone(ctx, sql`split_part(${patients.language}, '-', 1) = ${language}`)) : undefined,
    campaignId
      ? exists(
          onPhone(
            ctx,
            sql`exists (select 1 from ${enrollments} where ${enrollments.campaignId} = ${campaignId}::uuid
                        and ${enrollments.patientId} = ${patients.id})`,
          ),
        )
      : undefined,
  );

/** The thread's phone is one of a patient of the caller's programs now: the same that `peopleOn` names. */
const isPatients = (ctx: Ctx): SQL =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(patientPhones)
      .innerJoin(programPatients, eq(programPatients.patientId, patientPhones.patientId))
      .where(
        and(
          eq(patientPhones.phoneId, threads.phoneId),
          isNull(patientPhones.validUntil),
          inArray(programPatients.programId, programIdsOf(ctx)),
        ),
      ),
  );

const onPhone = (ctx: Ctx, who: SQL) =>
  ctx.db
    .select({ one: sql`1` })
    .from(patientPhones)
    .innerJoin(patients, eq(patients.id, patientPhones.patientId))
    .innerJoin(programPatients, eq(programPatients.patientId, patientPhones.patientId))
    .where(
      and(
        eq(patientPhones.phoneId, threads.phoneId),
        isNull(patientPhones.validUntil),
        inArray(programPatients.programId, programIdsOf(ctx)),
        who,
      ),
    );

/** The texts of the thread of which a nurse still has to say whether they ask us to stop. */
export const openSuggestions = (ctx: Ctx) =>
  ctx.db
    .select({ one: sql`1` })
    .from(stopSuggestions)
    .where(and(eq(stopSuggestions.threadId, threads.id), isUndecided));

const openReviews = (ctx: Ctx) =>
  ctx.db
    .select({ one: sql`1` })
    .from(redFlags)
    .where(
      and(eq(redFlags.threadId, threads.id), isNull(redFlags.clearedAt), eq(redFlags.priority, "review")),
    );

const userOf = (ctx: Ctx): string => (ctx.actor.kind === "user" ? ctx.actor.userId : "");
