import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { type GateFactsRow, gateFactsOf, readFacts } from "./gate-facts";
import { type TextingWindow, textingTime } from "./texting-hours";

/** When a nurse may text without a second thought: the hours of the federal rule. 47 CFR 64.1200(c)(1). */
const civil: TextingWindow = { opens: "08:00", closes: "21:00", sundays: true };

const mostPatients = 5;

/**
 * Where the people of the caller's programs on this phone may be, and when texting hours begin there; null while they
 * are open, or where these places share none.
 */
export async function theirTime(
  ctx: Ctx,
  { phoneId, programId }: { phoneId: string; programId: string },
): Promise<{ zones: string[]; opensAt: Date | null }> {
  const asked = sql`(
    select null::uuid as key, ${phoneId}::uuid as phone_id, who.patient_id, ${programId}::uuid as program_id,
      null::uuid as send_group_id, 'reply' as purpose, ${at(ctx.now)} as queued_at
    from (select l.patient_id from patient_phones l
      join program_patients m on m.patient_id = l.patient_id and m.program_id in (${programIdsOf(ctx)})
      where l.phone_id = ${phoneId}::uuid and l.valid_until is null
      union select null) who
    order by who.patient_id nulls last limit ${mostPatients})`;
  const rows = await rowsOf<GateFactsRow>(ctx.db, sql`select * from ${gateFactsOf(ctx, asked)} facts`);
  const [stranger, ...known] = rows.sort(
    (a, b) => Number(a.patient_id !== null) - Number(b.patient_id !== null),
  );
  const counted = known.length > 0 ? known : stranger ? [stranger] : [];
  const zones = [...new Set(counted.flatMap((row) => readFacts(row).place.zones))];
  const time = textingTime(ctx.now, { zones, states: [] }, civil);
  return { zones, opensAt: "opensAt" in time ? time.opensAt : null };
}
