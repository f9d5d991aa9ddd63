import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { audiences, campaigns, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram, requireRow } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isInUse, seenOf } from "./audience";
import { namesFor } from "./audience-names";
import { describeRule } from "./audience-rule";
import { ruleIn } from "./campaign-audience";
import type { AudienceDetail, AudienceItem, AudienceRule, RuleNames } from "./types";

const mostAudiences = 200;

/** Throws Forbidden or NotFound unless the caller may read this audience. Returns its program. */
export async function requireAudienceRead(ctx: Ctx, audienceId: string): Promise<string> {
  authorize(ctx, "audience.read");
  return requireRow(ctx, audiences, audienceId);
}

const columns = {
  id: audiences.id,
  programId: audiences.programId,
  name: audiences.name,
  rule: audiences.rule,
  changedAt: audiences.changedAt,
  changedBy: users.name,
  people: audiences.people,
  reachable: audiences.reachable,
};

/** A program's audiences, without the retired ones, by name. */
export async function listAudiences(ctx: Ctx, programId: string): Promise<AudienceItem[]> {
  authorize(ctx, "audience.read");
  await requireProgram(ctx, programId);
  const rows = await ctx.db
    .select(columns)
    .from(audiences)
    .innerJoin(users, eq(users.id, audiences.changedBy))
    .where(and(eq(audiences.programId, programId), isInUse))
    .orderBy(asc(sql`lower(${audiences.name})`), asc(audiences.id))
    .limit(mostAudiences);
  return (await withUses(ctx, programId, rows)).map(({ programId: _, rule, names, seen, ...item }) => item);
}

/** An audience with its rule. Throws NotFound, also once it is retired. */
export async function audienceDetail(ctx: Ctx, audienceId: string): Promise<AudienceDetail> {
  authorize(ctx, "audience.read");
  const [row] = await ctx.db
    .select(columns)
    .from(audiences)
    .innerJoin(users, eq(users.id, audiences.changedBy))
    .where(and(eq(audiences.id, audienceId), inReach(ctx, audiences.programId), isInUse))
    .limit(1);
  const [audience] = row ? await withUses(ctx, row.programId, [row]) : [];
  if (!audience) throw new NotFound();
  return audience;
}

type Row = Omit<AudienceItem, "sentence" | "changedAt" | "campaigns"> & {
  programId: string;
  rule: unknown;
  changedAt: Date;
};

async function withUses(ctx: Ctx, programId: string, rows: Row[]): Promise<AudienceDetail[]> {
  if (rows.length === 0) return [];
  const rules = rows.map((row): AudienceRule => ruleIn(row.rule) ?? { all: [] });
  const [names, uses] = await Promise.all([
    namesFor(ctx, programId, rules),
    usesOf(
      ctx,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.map((row, i) => detailOf(row, rules[i] ?? { all: [] }, names, uses));
}

function detailOf(
  row: Row,
  rule: AudienceRule,
  names: RuleNames,
  uses: Awaited<ReturnType<typeof usesOf>>,
): AudienceDetail {
  return {
    ...row,
    ...{ rule, names },
    changedAt: row.changedAt.toISOString(),
    sentence: describeRule(rule, names),
    seen: seenOf(row),
    campaigns: uses.flatMap(({ audienceId, state, ...campaign }) =>
      audienceId === row.id ? [{ ...campaign, draft: state === "draft" }] : [],
    ),
  };
}

async function usesOf(ctx: Ctx, audienceIds: string[]) {
  return ctx.db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      state: campaigns.state,
      audienceId: campaigns.audienceId,
    })
    .from(campaigns)
    .where(inArray(campaigns.audienceId, audienceIds))
    .orderBy(desc(campaigns.id))
    .limit(500);
}
