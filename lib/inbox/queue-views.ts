import { and, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
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
import { type Ctx, userIdOf } from "@/lib/context";
import { isUndecided } from "@/lib/messaging/stop-suggestion";
import { isHeld } from "./claim";
import type { InboxFilter, InboxView } from "./types";

export interface QueueView {
  /** What an index answers by itself. */
  where: (ctx: Ctx) => SQL | undefined;
  /** What is asked of each row that the index finds, one after the other. */
  check?: (ctx: Ctx) => SQL;
  /** What it is ordered by, before the id; all of them one way. None of them is ever null in the view. */
  order: readonly PgColumn[];
  newestFirst?: true;
  /** How it is read: in the order of each program's index, or all of it, because few stand in it. */
  read: "by-program" | "all";
  /** It grows with the years: with a filter only so many of it are looked through at once. */
  grows?: true;
}

const waits = and(isNotNull(threads.waitingSince), isNull(threads.snoozedUntil));
const hasSpoken = isNotNull(threads.lastInboundId);
// Emergencies, then urgent ones, then the longest wait: never the newest.
const queue = {
  where: () => waits,
  order: [threads.priority, threads.waitingSince],
  read: "by-program",
} as const;

/** Nobody holds it now. */
export const isFree = sql`(${or(isNull(threads.claimedUntil), not(isHeld))})`;

/** Every part of the inbox: which conversations stand in it, and in which order. */
export const queueViews: Record<InboxView, QueueView> = {
  // Numbers that nobody knows neither drown the patients nor get lost: they wait in a queue of their own.
  waiting: { ...queue, check: (ctx) => isPatients(ctx) },
  unclaimed: { ...queue, where: () => and(waits, isFree), check: (ctx) => isPatients(ctx) },
  unknown: { ...queue, check: (ctx) => not(isPatients(ctx)) },
  mine: {
    where: (ctx) => and(eq(threads.claimedBy, userIdOf(ctx) ?? ""), isHeld, isNull(threads.closedAt)),
    order: [threads.priority, threads.claimedAt],
    read: "all",
  },
  answered: {
    where: () =>
      and(hasSpoken, isNull(threads.waitingSince), isNull(threads.closedAt), isNull(threads.snoozedUntil)),
    order: [threads.lastMessageAt],
    ...{ read: "by-program", grows: true },
  },
  snoozed: { where: () => isNotNull(threads.snoozedUntil), order: [threads.snoozedUntil], read: "all" },
  review: {
    where: (ctx) => and(inArray(threads.id, toReview(ctx)), isNull(threads.closedAt)),
    order: [threads.priority, threads.lastMessageAt],
    read: "all",
  },
  closed: {
    where: () => isNotNull(threads.closedAt),
    order: [threads.closedAt],
    ...{ newestFirst: true, read: "by-program", grows: true },
  },
  // A conversation begins when the patient has said something.
  recent: {
    where: () => hasSpoken,
    order: [threads.lastMessageAt],
    ...{ newestFirst: true, read: "by-program", grows: true },
  },
};

/** What a nurse narrowed the view to. The program is asked for elsewhere: it leads every index. */
export function inFilter(ctx: Ctx, { language, campaignId }: InboxFilter): SQL | undefined {
  const speaks = language && sql`split_part(${patients.language}, '-', 1) = ${language}`;
  // The phone that the campaign chose for the patient, of several.
  const isEnrolled =
    campaignId &&
    sql`exists (select 1 from ${enrollments} where ${enrollments.campaignId} = ${campaignId}::uuid
          and ${enrollments.patientId} = ${patients.id} and ${enrollments.phoneId} = ${threads.phoneId})`;
  return and(
    speaks ? oneByOne(onPhone(ctx, speaks)) : undefined,
    isEnrolled ? oneByOne(onPhone(ctx, isEnrolled)) : undefined,
  );
}

/** The thread's phone is one of a patient of the caller's programs now: the same that `peopleOn` names. */
export const isPatients = (ctx: Ctx): SQL => oneByOne(onPhone(ctx));

// "offset 0" keeps the planner from joining all patients first, where a page wants fifty rows and a few look-ups.
const oneByOne = (query: ReturnType<typeof onPhone>): SQL => sql`exists (${query} offset 0)`;

const onPhone = (ctx: Ctx, who?: SQL) =>
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

/** Threads with a text that a person should read with care, or decide about. */
const toReview = (ctx: Ctx) =>
  ctx.db
    .select({ id: redFlags.threadId })
    .from(redFlags)
    .where(and(isNull(redFlags.clearedAt), eq(redFlags.priority, "review")))
    .union(ctx.db.select({ id: stopSuggestions.threadId }).from(stopSuggestions).where(isUndecided));
