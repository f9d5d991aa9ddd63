import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { alerts, phones, programs, redFlags, threads } from "@/db/schema";
import { authorize, can } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { isRinging } from "./alert";
import { peopleOn, whoIs } from "./queries-people";
import type { AlertsNow } from "./types";

const mostShown = 20;
const longestQuote = 140;

/**
 * The emergencies that ring for the caller, the longest wait first. Nurses read who it is, in their programs; managers
 * of theirs, and admins of all, learn of those that went to more people, and nothing about a patient.
 */
export async function openAlerts(ctx: Ctx): Promise<AlertsNow> {
  authorize(ctx, "alert.read");
  const now = ctx.now.toISOString();
  const rows = await ctx.db
    .select({
      id: alerts.id,
      threadId: alerts.threadId,
      messageId: alerts.messageId,
      raisedAt: alerts.raisedAt,
      escalatedAt: alerts.escalatedAt,
      program: programs.name,
      timeZone: programs.timeZone,
      phoneId: phones.id,
      stoppedAt: phones.stoppedAt,
      /** It was written before the number passed to somebody else. */
      isHidden: sql<boolean>`coalesce(${phones.reassignedAt} >= ${alerts.raisedAt}, false)`,
    })
    .from(alerts)
    .innerJoin(programs, eq(programs.id, alerts.programId))
    .innerJoin(threads, eq(threads.id, alerts.threadId))
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .where(
      and(
        isRinging,
        ctx.actor.role === "admin" ? undefined : inReach(ctx, alerts.programId),
        ctx.actor.role === "nurse" ? undefined : isNotNull(alerts.escalatedAt),
      ),
    )
    .orderBy(asc(alerts.raisedAt), asc(alerts.id))
    .limit(mostShown);
  const shown = rows.map(({ id, program, timeZone, raisedAt, escalatedAt }) => ({
    ...{ id, program, timeZone, raisedAt: raisedAt.toISOString(), escalated: escalatedAt !== null },
    patient: null,
  }));
  if (rows.length === 0 || !can(ctx.actor, "thread.read")) return { alerts: shown, now };

  const people = await peopleOn(
    ctx,
    rows.map(({ phoneId }) => phoneId),
  );
  const quotes = await wordsOf(
    ctx,
    rows.flatMap(({ messageId, isHidden }) => (messageId && !isHidden ? [messageId] : [])),
    rows.map(({ threadId }) => threadId),
  );
  await auditReading(ctx, "inbox.listed", "alerts", { count: rows.length });
  return {
    alerts: rows.map(({ threadId, phoneId, messageId, stoppedAt, isHidden }, i) => ({
      ...(shown[i] as (typeof shown)[number]),
      patient: {
        threadId,
        // The words were another person's than who has the number now.
        who: isHidden ? "Unknown number" : whoIs((people.get(phoneId) ?? []).map(({ name }) => name)),
        words: quotes.get(messageId ?? "") ?? null,
        stopped: stoppedAt !== null,
      },
    })),
    now,
  };
}

/** By message the piece that raised an emergency. */
async function wordsOf(ctx: Ctx, messageIds: string[], threadIds: string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectDistinctOn([redFlags.messageId], {
      id: redFlags.id,
      messageId: redFlags.messageId,
      words: redFlags.words,
    })
    .from(redFlags)
    .where(
      and(
        inArray(redFlags.threadId, threadIds),
        inArray(redFlags.messageId, messageIds),
        eq(redFlags.priority, "emergency"),
      ),
    )
    .orderBy(redFlags.messageId, redFlags.id)
    .limit(mostShown);
  return new Map(
    rows.map(({ id, messageId, words }) => [
      messageId,
      open("red_flags.words", id, words).slice(0, longestQuote),
    ]),
  );
}
