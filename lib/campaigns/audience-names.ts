import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { campaigns, measures, programs, rosters } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { stateNames } from "@/lib/patients/state-zones";
import { conditionsOf } from "./audience-rule";
import type { AudienceRule, RuleNames } from "./types";

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** "es" is "Spanish"; what is no language stays as it is. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** What the ids in these rules are called, within their program: a name is missing where there is no such thing. */
export async function namesFor(
  ctx: Ctx,
  programId: string,
  rules: readonly AudienceRule[],
): Promise<RuleNames> {
  const conditions = rules.flatMap(conditionsOf);
  const wanted = (field: string) =>
    conditions.flatMap((each) => (each.field === field && "values" in each ? each.values : []));
  const measureIds = conditions.flatMap((each) => (each.field === "measure" ? [each.measureId] : []));
  const campaignIds = conditions.flatMap((each) => (each.field === "campaign" ? [each.campaignId] : []));
  const [measureRows, campaignRows, rosterRows] = await Promise.all([
    measuresNamed(ctx, measureIds),
    campaignsNamed(ctx, programId, campaignIds),
    rostersNamed(ctx, programId, wanted("roster")),
  ]);
  return {
    language: Object.fromEntries(wanted("language").map((code) => [code, languageName(code)])),
    state: stateNames,
    measure: Object.fromEntries(measureRows.map((row) => [row.id, measureName(row)])),
    campaign: Object.fromEntries(campaignRows.map(({ id, name }) => [id, name])),
    roster: Object.fromEntries(rosterRows.map((row) => [row.id, rosterName(row)])),
  };
}

/** Each year's rules have their own row. */
export const measureName = ({ name, year }: { name: string; year: number }) => `${name} (${year})`;

/** By when it was uploaded: people put patients into the names of files. */
export const rosterName = ({ uploadedAt, timeZone }: { uploadedAt: Date; timeZone: string }) =>
  uploadedAt.toLocaleString("en-US", {
    ...{ day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit", timeZone },
  });

async function measuresNamed(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({ id: measures.id, name: measures.name, year: measures.year })
    .from(measures)
    .where(inArray(measures.id, ids))
    .limit(ids.length);
}

async function campaignsNamed(ctx: Ctx, programId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(
      and(inArray(campaigns.id, ids), eq(campaigns.programId, programId), isNotNull(campaigns.launchedAt)),
    )
    .limit(ids.length);
}

async function rostersNamed(ctx: Ctx, programId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({ id: rosters.id, uploadedAt: rosters.uploadedAt, timeZone: programs.timeZone })
    .from(rosters)
    .innerJoin(programs, eq(programs.id, rosters.programId))
    .where(and(inArray(rosters.id, ids), eq(rosters.programId, programId)))
    .limit(ids.length);
}
