import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { reachability } from "@/lib/patients/reachability";
import { matching } from "./audience-match";
import { allEnrolled, nobodyYet } from "./enrolling";
import { heldOutOf } from "./holdout";
import { type AudiencePreview, type AudienceRule, holdout } from "./types";

/** How many of a program's patients a rule that is being written takes in. */
export async function audienceCount(
  ctx: Ctx,
  { programId, rule }: { programId: string; rule: AudienceRule },
): Promise<AudiencePreview> {
  authorize(ctx, "audience.read");
  await requireProgram(ctx, programId);
  return countAudience(ctx, programId, rule);
}

type Counted = { excluded: string | null; people: number };

/** What a launch to this rule would reach now, and why not the others; null is everybody. The caller has authorized. */
export async function countAudience(
  ctx: Ctx,
  programId: string,
  rule: AudienceRule | null,
): Promise<AudiencePreview> {
  const slices = await slicesOf(ctx, programId);
  const counted = await Promise.all(slices.map((slice) => countSlice(ctx, programId, rule, slice)));
  const people = new Map<string | null, number>();
  for (const row of counted.flat()) people.set(row.excluded, (people.get(row.excluded) ?? 0) + row.people);
  const reachable = people.get(null) ?? 0;
  const excluded = [...people].flatMap(([code, n]) => (code ? [{ code, people: n }] : []));
  return {
    supplied: excluded.reduce((sum, reason) => sum + reason.people, reachable),
    reachable,
    excluded: excluded.sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1)),
  };
}

interface Slice {
  after: string;
  through: string;
}

/** A large program is counted in so many parts at once, none smaller than `sliceOf` people. */
const mostSlices = 2;
const sliceOf = 20_000;

async function slicesOf(ctx: Ctx, programId: string): Promise<Slice[]> {
  const cuts = await rowsOf<{ patient_id: string }>(
    ctx.db,
    sql`select patient_id from (
          select patient_id, row_number() over (order by patient_id) as n, count(*) over () as people
          from program_patients where program_id = ${programId}::uuid) numbered
        where n < people and n % greatest(${sliceOf}, (people + ${mostSlices - 1}) / ${mostSlices}) = 0
        order by patient_id limit ${mostSlices}`,
  );
  const ends = [nobodyYet, ...cuts.map((cut) => cut.patient_id), allEnrolled];
  return ends.slice(1).map((through, i) => ({ after: ends[i] ?? nobodyYet, through }));
}

function countSlice(
  ctx: Ctx,
  programId: string,
  rule: AudienceRule | null,
  { after, through }: Slice,
): Promise<Counted[]> {
  const only = rule ? matching(rule, { programId, asOf: ctx.now }) : undefined;
  return rowsOf<Counted>(
    ctx.db,
    sql`select excluded, count(*)::int as people from (
          select case when held.patient_id is null then reach.excluded else ${holdout} end as excluded
          from ${reachability(programId, only)} reach
          left join ${heldOutOf(programId)} held on held.patient_id = reach.patient_id
          where reach.patient_id > ${after}::uuid and reach.patient_id <= ${through}::uuid) audience
        group by excluded`,
  );
}
