import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { audiences, campaigns } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { namesFor } from "./audience-names";
import { describeRule } from "./audience-rule";
import { RuleInput } from "./inputs";
import type { AudienceRule, CampaignAudience } from "./types";

/** The rule in a column; null is everybody. Throws if it is none: what is written was checked. */
export const ruleIn = (column: unknown): AudienceRule | null =>
  column === null || column === undefined ? null : RuleInput.parse(column);

/** The same for equal rules, wherever they were read from. */
export const digestOf = (...what: unknown[]): string =>
  createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 32);

/** Everybody in the program. */
export const everybodySeen = digestOf(null);

export interface ForWhom {
  id: string | null;
  name: string | null;
  /** Of a draft its audience's as it is now; once launched, as it was then. Null is everybody. */
  rule: AudienceRule | null;
  seen: string;
}

/** Whom a campaign is for. The caller has reached it. Throws NotFound. */
export async function forWhom(ctx: Ctx, campaignId: string): Promise<ForWhom> {
  const [row] = await ctx.db
    .select({
      state: campaigns.state,
      audienceRule: campaigns.audienceRule,
      ...{ id: campaigns.audienceId, name: audiences.name, rule: audiences.rule },
    })
    .from(campaigns)
    .leftJoin(audiences, eq(audiences.id, campaigns.audienceId))
    .where(eq(campaigns.id, campaignId))
    .limit(1);
  if (!row) throw new NotFound();
  const rule = ruleIn(row.state === "draft" ? row.rule : row.audienceRule);
  return { id: row.id, name: row.name, rule, seen: digestOf(rule) };
}

/** The same of a draft that is about to be launched: neither it nor its audience changes until commit. Null: launched. */
export async function holdForWhom(tx: Ctx, campaignId: string): Promise<ForWhom | null> {
  const [draft] = await tx.db
    .select({ audienceId: campaigns.audienceId })
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.state, "draft")))
    .limit(1)
    .for("update");
  if (!draft) return null;
  if (draft.audienceId)
    await tx.db
      .select({ id: audiences.id })
      .from(audiences)
      .where(eq(audiences.id, draft.audienceId))
      .limit(1)
      .for("share");
  return forWhom(tx, campaignId);
}

/** The same in words, for a page. */
export async function audienceWords(
  ctx: Ctx,
  programId: string,
  { id, name, rule, seen }: ForWhom,
): Promise<CampaignAudience> {
  const everybody = { all: [] };
  const names = await namesFor(ctx, programId, rule ? [rule] : []);
  return { id, name, seen, sentence: describeRule(rule ?? everybody, names) };
}
