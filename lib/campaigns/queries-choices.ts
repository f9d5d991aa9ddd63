import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { campaigns, programs, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { statesOfArea } from "@/lib/patients/place";
import { stateNames } from "@/lib/patients/state-zones";
import { languageName, measureName, rosterName } from "./audience-names";
import { mostValues, type RuleChoice, type RuleChoices } from "./types";

/** What a rule of this program can be about: the values that its people have, the most frequent first. */
export async function ruleChoices(ctx: Ctx, programId: string): Promise<RuleChoices> {
  authorize(ctx, "audience.read");
  await requireProgram(ctx, programId);
  const [values, tag, roster, measure, campaign] = await Promise.all([
    valuesOf(ctx, programId),
    tagsOf(ctx, programId),
    rostersOf(ctx, programId),
    measuresOf(ctx, programId),
    campaignsOf(ctx, programId),
  ]);
  return { ...values, tag, roster, measure, campaign };
}

type Group = { language: string | null; plan: string | null; state: string | null; zip3: string | null };

async function valuesOf(ctx: Ctx, programId: string) {
  const groups = await rowsOf<Group & { people: number; kind: number }>(
    ctx.db,
    sql`select language, plan, state, zip3, count(*)::int as people,
          grouping(language, plan, state, zip3) as kind
        from program_patients member join patients patient on patient.id = member.patient_id
        where member.program_id = ${programId}::uuid
        group by grouping sets ((language), (plan), (state, zip3))
        order by people desc limit 5000`,
  );
  // A bit is set for each column that a group is not about: 0b0111 is by language.
  const by = (kind: number) => groups.filter((group) => group.kind === kind);
  const places = by(0b1100);
  return {
    language: summed(by(0b0111), ({ language }) => [language], languageName),
    plan: summed(by(0b1011), ({ plan }) => [plan]),
    state: summed(
      places,
      ({ state, zip3 }) => (state ? [state] : statesOfArea(zip3 ?? "")),
      (code) => stateNames[code] ?? code,
    ),
    zip3: summed(places, ({ zip3 }) => [zip3]),
  };
}

function summed<G extends Group & { people: number }>(
  groups: G[],
  valuesIn: (group: G) => (string | null)[],
  label = (value: string) => value,
): RuleChoice[] {
  const people = new Map<string, number>();
  for (const group of groups)
    for (const value of valuesIn(group))
      if (value) people.set(value, (people.get(value) ?? 0) + group.people);
  return [...people]
    .map(([value, n]) => ({ value, label: label(value), people: n }))
    .sort((a, b) => b.people - a.people || (a.label < b.label ? -1 : 1))
    .slice(0, mostValues);
}

async function tagsOf(ctx: Ctx, programId: string): Promise<RuleChoice[]> {
  return rowsOf<{ value: string; label: string; people: number }>(
    ctx.db,
    sql`select tag as value, tag as label, count(*)::int as people
        from program_patients member join patients patient on patient.id = member.patient_id
        cross join unnest(patient.tags) tag
        where member.program_id = ${programId}::uuid
        group by tag order by people desc, tag limit ${mostValues}`,
  );
}

async function rostersOf(ctx: Ctx, programId: string): Promise<RuleChoice[]> {
  const rows = await ctx.db
    .select({
      id: rosters.id,
      uploadedAt: rosters.uploadedAt,
      timeZone: programs.timeZone,
      people: sql<number>`(select count(*)::int from program_patients
        where program_id = ${programId}::uuid and roster_id = ${rosters.id})`,
    })
    .from(rosters)
    .innerJoin(programs, eq(programs.id, rosters.programId))
    .where(and(eq(rosters.programId, programId), isNotNull(rosters.committedAt)))
    .orderBy(desc(rosters.id))
    .limit(mostValues);
  return rows.map((row) => ({ value: row.id, label: rosterName(row), people: row.people }));
}

async function measuresOf(ctx: Ctx, programId: string): Promise<RuleChoice[]> {
  const rows = await rowsOf<{ id: string; name: string; year: number; people: number }>(
    ctx.db,
    sql`select measures.id, measures.name, measures.year, count(distinct w.patient_id)::int as people
        from program_patients member
        join measure_windows w on w.patient_id = member.patient_id
        join measures on measures.id = w.measure_id
        where member.program_id = ${programId}::uuid
        group by measures.id order by measures.year desc, measures.name limit ${mostValues}`,
  );
  return rows.map((row) => ({ value: row.id, label: measureName(row), people: row.people }));
}

/** How many were in it, the holdout among them. */
async function campaignsOf(ctx: Ctx, programId: string): Promise<RuleChoice[]> {
  const rows = await ctx.db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      people: sql<number>`(select count(*)::int from enrollments where campaign_id = ${campaigns.id})`,
    })
    .from(campaigns)
    .where(and(eq(campaigns.programId, programId), isNotNull(campaigns.launchedAt)))
    .orderBy(desc(campaigns.launchedAt), desc(campaigns.id))
    .limit(mostValues);
  return rows.map(({ id, name, people }) => ({ value: id, label: name, people }));
}
