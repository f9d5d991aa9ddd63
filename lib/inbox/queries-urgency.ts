import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { alerts, phones, redFlags, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { open } from "@/lib/phi/seal";
import { isOpenAlert } from "./alert";
import { type FlagLowering, flagRuleWords } from "./red-flag-types";
import { priorityOf } from "./types";
import type { RaisedFlag, Urgency } from "./types-urgency";

const mostFlags = 200;

const loweringWords = {
  negated: "sounds negated",
  past: "sounds like something past",
  someone_else: "may be about somebody else",
  idiom: "may be a figure of speech",
  question: "sounds like a question",
} satisfies Record<FlagLowering, string>;

/** How urgent a conversation is, with all that rules raised in it, the newest first. Throws NotFound. */
export async function urgencyOf(ctx: Ctx, threadId: string): Promise<Urgency> {
  authorize(ctx, "thread.read");
  if (!isId(threadId)) throw new NotFound();
  const [thread] = await ctx.db
    .select({ priority: threads.priority })
    .from(threads)
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();
  const [flags, alert] = await Promise.all([flagsOf(ctx, threadId), alertOf(ctx, threadId)]);
  return { threadId, priority: priorityOf(thread.priority), flags, alert };
}

/** What was written before the number passed on is not read here, so neither is what it raised. */
async function flagsOf(ctx: Ctx, threadId: string): Promise<RaisedFlag[]> {
  const rows = await ctx.db
    .select({
      id: redFlags.id,
      messageId: redFlags.messageId,
      rule: redFlags.rule,
      priority: redFlags.priority,
      lowered: redFlags.lowered,
      words: redFlags.words,
      clearedAt: redFlags.clearedAt,
      by: users.name,
    })
    .from(redFlags)
    .innerJoin(threads, eq(threads.id, redFlags.threadId))
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .leftJoin(users, eq(users.id, redFlags.clearedBy))
    .where(
      and(
        eq(redFlags.threadId, threadId),
        or(isNull(phones.reassignedAt), gt(redFlags.raisedAt, phones.reassignedAt)),
      ),
    )
    .orderBy(desc(redFlags.messageId), redFlags.id)
    .limit(mostFlags);
  return rows.map(({ id, messageId, rule, priority, lowered, words, clearedAt, by }) => ({
    ...{ messageId, priority },
    rule: wordsIn(flagRuleWords, rule),
    words: open("red_flags.words", id, words),
    lowered: lowered && wordsIn(loweringWords, lowered),
    cleared: clearedAt && { by: by ?? "Somebody", at: clearedAt.toISOString() },
  }));
}

// A rule that the lexicon has given up since is told by its own name.
const wordsIn = (all: Readonly<Record<string, string>>, code: string): string => all[code] ?? code;

async function alertOf(ctx: Ctx, threadId: string): Promise<Urgency["alert"]> {
  const [alert] = await ctx.db
    .select({
      raisedAt: alerts.raisedAt,
      acknowledgedAt: alerts.acknowledgedAt,
      by: users.name,
      escalatedAt: alerts.escalatedAt,
    })
    .from(alerts)
    .leftJoin(users, eq(users.id, alerts.acknowledgedBy))
    .where(and(eq(alerts.threadId, threadId), isOpenAlert))
    .limit(1);
  if (!alert) return null;
  const { raisedAt, acknowledgedAt, by, escalatedAt } = alert;
  return {
    raisedAt: raisedAt.toISOString(),
    acknowledged: acknowledgedAt && { by: by ?? "Somebody", at: acknowledgedAt.toISOString() },
    escalated: escalatedAt !== null,
  };
}
