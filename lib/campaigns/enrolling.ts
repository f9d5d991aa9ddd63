import { asc, eq, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { campaigns } from "@/db/schema";
import { type Ctx, inTransaction, nowIn } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { reachability } from "@/lib/patients/reachability";
import { matching } from "./audience-match";
import { ruleIn } from "./campaign-audience";
import { withAudience } from "./holdout";
import { holdout } from "./types";

/** The last possible id, in `enrolled_through`: everybody is enrolled. */
export const allEnrolled = "ffffffff-ffff-ffff-ffff-ffffffffffff";
export const nobodyYet = "00000000-0000-0000-0000-000000000000";

// Also while paused: who is in was settled by the launch, and enrolling sends nothing.
const isEnrolling = sql`${campaigns.state} = 'enrolling'
  or (${campaigns.state} = 'paused' and ${campaigns.enrolledThrough} is distinct from ${allEnrolled}::uuid)`;

/**
 * Enrolls the next patients of one launched campaign, also those who get no text, with the reason. With an audience
 * only whom its rule took in, as of the launch.
 * The campaign runs once nobody is left. Returns 0 only when there was nothing to do.
 */
export async function enrollAudiences(ctx: Ctx, batch = 2_000): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [campaign] = await tx.db
      .select({
        id: campaigns.id,
        programId: campaigns.programId,
        state: campaigns.state,
        enrolledThrough: campaigns.enrolledThrough,
        launchedAt: campaigns.launchedAt,
        audienceRule: campaigns.audienceRule,
      })
      .from(campaigns)
      .where(isEnrolling)
      .orderBy(asc(campaigns.launchedAt), asc(campaigns.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!campaign) return 0;

    const { seen, last } = await enrollNext(tx, campaign, batch);
    const done = seen < batch;
    await tx.db
      .update(campaigns)
      .set({
        enrolledThrough: done ? allEnrolled : last,
        ...(done && campaign.state === "enrolling" ? { state: "running" as const } : {}),
      })
      .where(eq(campaigns.id, campaign.id));
    await record(tx, { kind: "campaign.changed", programId: campaign.programId, campaignId: campaign.id });
    return Math.max(seen, 1);
  });
}

interface Launched {
  id: string;
  programId: string;
  enrolledThrough: string | null;
  launchedAt: Date | null;
  audienceRule: unknown;
}

// A batch is so many of the program's people, however few of them the audience takes in: it never takes long.
async function enrollNext(
  tx: Ctx,
  { id, programId, enrolledThrough, launchedAt, audienceRule }: Launched,
  batch: number,
): Promise<{ seen: number; last: string | null }> {
  const after = sql`patient_id > ${enrolledThrough ?? nobodyYet}::uuid`;
  const rule = ruleIn(audienceRule);
  const only = rule ? matching(rule, { programId, asOf: launchedAt ?? tx.now }) : undefined;
  const [next] = await rowsOf<{ seen: number; last: string | null }>(
    tx.db,
    sql`with next as materialized (
          select patient_id from program_patients where program_id = ${programId}::uuid and ${after}
          order by patient_id limit ${batch}),
        people as materialized (
          select patient_id, language, phone_id, excluded from ${reachability(programId, only)} reach
          where ${after} and patient_id <= (select patient_id from next order by patient_id desc limit 1)
          order by patient_id limit ${batch}),
        ${withAudience(programId, id)},
        enrolled as (
          insert into enrollments
            (campaign_id, patient_id, program_id, arm, language, phone_id, excluded, enrolled_at, due_at)
          select ${id}::uuid, patient_id, ${programId}::uuid,
            case when excluded = ${holdout} then ${holdout} else 'outreach' end, language, phone_id, excluded,
            ${nowIn(tx)}, case when excluded is null then ${nowIn(tx)} end
          from audience
          on conflict do nothing)
        select count(*)::int as seen, (array_agg(patient_id order by patient_id desc))[1] as last from next`,
  );
  return next ?? { seen: 0, last: null };
}
