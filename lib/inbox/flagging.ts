import { and, eq, isNull, sql } from "drizzle-orm";
import { integers, uuids } from "@/db/client";
import { redFlags } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { contextsOf } from "./flag-context";
import { ownParts, type ReadableText, type Shares, seamParts, sharesOf, wholeShares } from "./flag-share";
import { flagsIn, type HeardText, heardText, lexiconVersion } from "./red-flag";
import {
  type FlagContext,
  type FlagPriority,
  type FlagRule,
  flagPriorities,
  type RedFlag,
} from "./red-flag-types";
import { rankOf } from "./types";

/** A text as it was filed: its words, and those of the same long text before it. */
export interface ReadText extends ReadableText {
  threadId: string;
  messageId: string;
  phoneId: string;
}

export type Flagged = ReadonlyMap<string, readonly RedFlag[]>;

export const isOpenFlag = isNull(redFlags.clearedAt);

/** The flags of each text that raises any, by message. Who is on the phone is looked up only for those. */
export async function readForFlags(tx: Ctx, texts: readonly ReadText[]): Promise<Flagged> {
  const shares = sharesOf(texts);
  // What is known of people changes how urgent a flag is, never whether there is one.
  const suspect = texts
    .map((text) => ({ text, heard: heardParts(text, shares) }))
    .map(({ text, heard }) => ({ text, heard, flags: flagsOfParts(heard, {}) }))
    .filter(({ flags }) => flags.length > 0);
  const contexts = await contextsOf(tx, [...new Set(suspect.map(({ text }) => text.phoneId))]);
  return new Map(
    suspect.map(({ text, heard, flags }) => {
      const context = contexts.get(text.phoneId) ?? {};
      return [
        text.messageId,
        Object.keys(context).length > 0 ? flagsOfParts(heard, context) : flags,
      ] as const;
    }),
  );
}

/** A text as it was heard, once for whatever is known of people. */
interface HeardParts {
  own: HeardText[];
  before: HeardText | undefined;
  whole: HeardText | undefined;
}

function heardParts(text: ReadableText, { own, seam }: Shares): HeardParts {
  const [before, whole] = seamParts(text, seam).map(heardText);
  return { own: ownParts(text, own).map(heardText), before, whole };
}

export const flagsOfText = (text: ReadableText, context: FlagContext): RedFlag[] =>
  flagsOfParts(heardParts(text, wholeShares), context);

/**
 * Of the text by itself and of the whole that it goes on from, each rule as strong as in either: the lexicon may
 * lower in one what stands alone in the other. What the pieces before it raised already is not raised again.
 */
function flagsOfParts({ own, before, whole }: HeardParts, context: FlagContext): RedFlag[] {
  const raised = before ? flagsIn(before, context) : [];
  const joined = (whole ? flagsIn(whole, context) : []).filter(
    (flag) =>
      !raised.some(({ rule, priority }) => rule === flag.rule && !isStronger(flag.priority, priority)),
  );
  const strongest = new Map<FlagRule, RedFlag>();
  for (const flag of [...own.flatMap((part) => flagsIn(part, context)), ...joined]) {
    const there = strongest.get(flag.rule);
    if (!there || isStronger(flag.priority, there.priority)) strongest.set(flag.rule, flag);
  }
  return [...strongest.values()];
}

const isStronger = (a: FlagPriority, b: FlagPriority): boolean =>
  flagPriorities.indexOf(a) < flagPriorities.indexOf(b);

export const isEmergency = (flags: readonly RedFlag[] = []): boolean =>
  flags.some(({ priority }) => priority === "emergency");

/** Keeps what was read, and makes the conversations of these waiting patients as urgent as it says. A rule never lowers. */
export async function raiseFlags(tx: Ctx, waiting: readonly ReadText[], flagged: Flagged): Promise<void> {
  const raising = waiting.flatMap((text) =>
    (flagged.get(text.messageId) ?? []).map((flag) => ({ text, flag })),
  );
  if (raising.length > 0) {
    await tx.db
      .insert(redFlags)
      .values(raising.map(({ text, flag }) => rowOf(tx, text, flag)))
      .onConflictDoNothing();
    const ranks = raising.map(({ flag }) =>
      flag.priority === "review" ? rankOf("routine") : rankOf(flag.priority),
    );
    await tx.db.execute(
      sql`update threads t set priority = r.rank
          from (select id, min(rank) as rank
            from unnest(${uuids(raising.map(({ text }) => text.threadId))}, ${integers(ranks)}) as one(id, rank)
            group by id) r
          where t.id = r.id and t.priority > r.rank`,
    );
  }
  await raiseWaits(tx, [...new Set(waiting.map(({ threadId }) => threadId))]);
}

/** A wait keeps the most urgent that it was, also one that begins in a conversation that is urgent still. */
export async function raiseWaits(tx: Ctx, threadIds: string[]): Promise<void> {
  if (threadIds.length === 0) return;
  await tx.db.execute(
    sql`update waits w set priority = t.priority from threads t
        where t.id = w.thread_id and w.thread_id = any(${uuids(threadIds)}) and w.ended_at is null
          and w.priority > t.priority`,
  );
}

function rowOf(tx: Ctx, { threadId, messageId }: ReadText, { rule, priority, lowered, words }: RedFlag) {
  const id = newId();
  return {
    ...{ id, threadId, messageId, rule, priority, lowered, version: lexiconVersion, raisedAt: tx.now },
    words: seal("red_flags.words", id, words),
  };
}

/** A person has decided about all that rules said in this conversation; how many flags that were. */
export async function clearFlags(tx: Ctx, threadId: string): Promise<number> {
  const cleared = await tx.db
    .update(redFlags)
    .set({ clearedAt: tx.now, clearedBy: userIdOf(tx) })
    .where(and(eq(redFlags.threadId, threadId), isOpenFlag))
    .returning({ id: redFlags.id });
  return cleared.length;
}
