import { and, desc, eq, isNull } from "drizzle-orm";
import { audiences, campaigns } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, Invalid, NotFound, sqlState } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { countAudience } from "./audience-count";
import { namesFor } from "./audience-names";
import { isEither } from "./audience-rule";
import { digestOf, ruleIn } from "./campaign-audience";
import type { WriteAudience } from "./inputs";
import type { AudienceRule, Condition, RuleNames } from "./types";

export const isInUse = isNull(audiences.retiredAt);

/** Says which version of an audience somebody was shown. */
export const seenOf = ({ name, rule }: { name: string; rule: unknown }): string =>
  digestOf(name, ruleIn(rule));

const uniqueViolation = "23505";

/**
 * Creates an audience, or changes one; returns its id. Drafts that use it follow, what was launched stays.
 * Throws Invalid, Conflict.
 */
export async function writeAudience(ctx: Ctx, input: WriteAudience): Promise<string> {
  authorize(ctx, "audience.write");
  const { programId, name, rule } = input;
  await requireProgram(ctx, programId);
  refuseStrangers(rule, await namesFor(ctx, programId, [rule]));
  // Counted before the transaction: over a large program it takes longer than one may last.
  const { supplied: people, reachable } = await countAudience(ctx, programId, rule);
  const written = { name, rule, people, reachable, changedAt: ctx.now, changedBy: ctx.actor.userId };
  try {
    return await inTransaction(ctx, async (tx) => {
      const audienceId = input.audienceId ? await change(tx, input, written) : newId();
      if (!input.audienceId)
        await tx.db.insert(audiences).values({
          ...written,
          ...{ id: audienceId, programId, createdBy: written.changedBy, createdAt: tx.now },
        });
      await audit(tx, "audience.written", { programId, audienceId, people });
      await record(tx, { kind: "audience.changed", programId });
      return audienceId;
    });
  } catch (error) {
    if (sqlState(error) !== uniqueViolation) throw error;
    throw new Invalid("Nothing was saved yet.", {
      name: [`Another audience of this program is called “${name}”. Choose another name.`],
    });
  }
}

type Written = Partial<typeof audiences.$inferInsert>;

async function change(tx: Ctx, { audienceId = "", programId, seen }: WriteAudience, written: Written) {
  const audience = await lockAudience(tx, audienceId);
  if (audience.programId !== programId) throw new NotFound();
  if (audience.retiredAt)
    throw new Conflict("This audience was retired meanwhile. Your change was not saved.");
  if (seenOf(audience) !== seen)
    throw new Conflict(
      "Somebody else changed this audience while you were at it. Yours is still here and was not saved: open it anew to see theirs.",
    );
  await tx.db.update(audiences).set(written).where(eq(audiences.id, audienceId));
  return audienceId;
}

/** Takes an audience off its program's list; returns the program. Throws Blocked while a draft is for it. */
export async function retireAudience(ctx: Ctx, { audienceId }: { audienceId: string }): Promise<string> {
  authorize(ctx, "audience.write");
  return inTransaction(ctx, async (tx) => {
    const { programId } = await lockAudience(tx, audienceId);
    const [retired] = await tx.db
      .update(audiences)
      .set({ retiredAt: tx.now })
      .where(and(eq(audiences.id, audienceId), isInUse))
      .returning({ id: audiences.id });
    if (!retired) throw new Conflict("This audience was retired already.");
    const [draft] = await tx.db
      .select({ name: campaigns.name })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.programId, programId),
          eq(campaigns.audienceId, audienceId),
          eq(campaigns.state, "draft"),
        ),
      )
      .orderBy(desc(campaigns.id))
      .limit(1);
    if (draft)
      throw new Blocked(
        `The draft “${draft.name}” is for this audience. Choose another one there, then retire it.`,
      );
    await audit(tx, "audience.retired", { programId, audienceId });
    await record(tx, { kind: "audience.changed", programId });
    return programId;
  });
}

// Locked until commit: a draft that is just choosing it waits, and then finds it as we leave it.
async function lockAudience(tx: Ctx, audienceId: string) {
  const [audience] = await tx.db
    .select({
      programId: audiences.programId,
      name: audiences.name,
      rule: audiences.rule,
      retiredAt: audiences.retiredAt,
    })
    .from(audiences)
    .where(and(eq(audiences.id, audienceId), inReach(tx, audiences.programId)))
    .limit(1)
    .for("update");
  if (!audience) throw new NotFound();
  return audience;
}

/** For a draft that chooses an audience, which stays until the caller's commit. Throws Invalid unless it can. */
export async function requireAudience(tx: Ctx, programId: string, audienceId: string): Promise<void> {
  const [audience] = await tx.db
    .select({ id: audiences.id })
    .from(audiences)
    .where(and(eq(audiences.id, audienceId), eq(audiences.programId, programId), isInUse))
    .limit(1)
    .for("share");
  if (!audience)
    throw new Invalid("Nothing was saved yet.", {
      audienceId: ["That audience is not on this program's list any more. Choose another one."],
    });
}

/** A rule may only speak of measures, campaigns and rosters that its program has. Throws Invalid at the row. */
function refuseStrangers({ all }: AudienceRule, names: RuleNames): void {
  const fields: Record<string, string[]> = {};
  const look = (condition: Condition, row: string) => {
    const stranger = strangerIn(condition, names);
    if (stranger) fields[`rule.${row}`] = [`${stranger} Choose another one.`];
  };
  for (const [i, entry] of all.entries())
    if (!isEither(entry)) look(entry, `all.${i}`);
    else for (const [j, each] of entry.anyOf.entries()) look(each, `all.${i}.anyOf.${j}`);
  if (Object.keys(fields).length > 0) throw new Invalid("Nothing was saved yet.", fields);
}

function strangerIn(condition: Condition, names: RuleNames): string | null {
  if (condition.field === "measure" && !names.measure[condition.measureId])
    return "We do not know that measure.";
  if (condition.field === "campaign" && !names.campaign[condition.campaignId])
    return "That is no launched campaign of this program.";
  if (condition.field === "roster" && condition.values.some((id) => !names.roster[id]))
    return "One of these rosters is not this program's.";
  return null;
}
