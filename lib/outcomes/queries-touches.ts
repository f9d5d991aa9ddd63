import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import type { TouchChannel, TouchCount } from "./types";

/** What other channels did in a program so far, most touches first. */
export async function touchCounts(ctx: Ctx, programId: string): Promise<TouchCount[]> {
  authorize(ctx, "outcome.read");
  await requireProgram(ctx, programId);
  return rowsOf<{
    channel: TouchChannel;
    touches: number;
    people: number;
    reached: number;
    notReached: number;
  }>(
    ctx.db,
    sql`select channel, count(*)::int as touches, count(distinct patient_id)::int as people,
          count(*) filter (where reached = 'yes')::int as reached,
          count(*) filter (where reached = 'no')::int as "notReached"
        from touches where program_id = ${programId}::uuid
        group by channel order by touches desc, channel limit 20`,
  );
}
