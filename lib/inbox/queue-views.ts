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
import { type Ctx, userIdOf } from "@/lib/context";
import { isUndecided } from "@/lib/messaging/stop-suggestion";
import { isHeld } from "./claim";
import type { InboxFilter, InboxView } from "./types";

export interface QueueView {
  /** What an index answers by itself. */
  where: (ctx: Ctx) => SQL | undefined;
  /** Whether it holds numbers that patients have or others; what a filter lets pass is a patient's. */
  whose?: "patients" | "strangers";
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
  waiting: { ...queue, whose: "patients" },
  unclaimed: { ...queue, where: () => and(waits, isFree), whose: "patients" },
  unknown: { ...queue, whose: "strangers" },
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

/**
 * What a nurse narrowed the view to: one patient on the phone has all of it. The program is asked for elsewhere, since
 * it leads every index. For queries that begin with `myPrograms`.
 */
export function inFilter({ language, campaignId }: InboxFilter): SQL | undefined {
  if (!language && !campaignId) return undefined;
  const speaks = language && sql`split_part(${patients.language}, '-', 1) = ${language}`;
  // The phone that the campaign chose for the patient, of several.
  const isEnrolled =
    campaignId &&
    sql`exists (select 1 from ${enrollments} where ${enrollments.campaignId} = ${campaignId}::uuid
          and ${enrollments.patientId} = ${patientPhones.patientId} and ${enrollments.phoneId} = ${threads.phoneId})`;
  const who = and(speaks || undefined, isEnrolled || undefined);
  return onPhone(
    sql`${patientPhones} join ${patients} on ${patients.id} = ${patientPhones.patientId}`,
    sql`and ${who}`,
  );
}

/**
 * The thread's phone is one of a patient of the caller's programs now: the same that `peopleOn` names. For queries that
 * begin with `myPrograms`.
 */
export const isPatients = onPhone(sql`${patientPhones}`, sql``);

// "offset 0" keeps the planner from joining all patients first, where a page wants fifty rows and a few look-ups.
function onPhone(from: SQL, and: SQL): SQL {
  return sql`exists (select 1 from ${from}
    join ${programPatients} on ${programPatients.patientId} = ${patientPhones.patientId}
    where ${patientPhones.phoneId} = ${threads.phoneId} and ${patientPhones.validUntil} is null
      and ${programPatients.programId} in (select program_id from all_mine) ${and} offset 0)`;
}

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
