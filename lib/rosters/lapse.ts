import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { changeRoster, dropFile } from "./failing";
import { daysKept, type RosterState } from "./types";

const aDay = 86_400_000;

/** Of these nobody has said that they are to be imported. */
const waiting = ["mapping", "checked"] as const;

/** When a roster's rows go, ISO, unless somebody imports it before; null where that is decided. */
export const keptUntil = (state: RosterState, uploadedAt: Date): string | null =>
  waiting.some((each) => each === state)
    ? new Date(uploadedAt.getTime() + daysKept * aDay).toISOString()
    : null;

type Old = {
  id: string;
  program_id: string;
  state: (typeof waiting)[number];
  zone: string;
};

/**
 * Rosters that nobody imported in time stay listed, and nothing of their patients is kept: no piece, no row, no sample
 * beside a column. Whoever starts the import at the same moment comes first or is told. Returns how many lapsed.
 */
export async function lapseRosters(ctx: Ctx): Promise<number> {
  const old = await rowsOf<Old>(
    ctx.db,
    sql`select r.id, r.program_id, r.state, p.time_zone as zone
        from rosters r join programs p on p.id = r.program_id
        where r.state in ('mapping', 'checked') and r.uploaded_at <= ${at(new Date(ctx.now.getTime() - daysKept * aDay))}
        order by r.id limit 10`,
  );
  for (const roster of old) if (await lapse(ctx, roster)) await dropFile(ctx, roster.id, { rowsToo: true });
  return old.length;
}

async function lapse(ctx: Ctx, { id, program_id: programId, state, zone }: Old): Promise<boolean> {
  const day = ctx.now.toLocaleDateString("en-GB", {
    ...{ timeZone: zone, day: "numeric", month: "long", year: "numeric" },
  });
  return inTransaction(ctx, async (tx) => {
    const to = { state: "lapsed" as const, columns: null, failure: `Its rows were deleted on ${day}.` };
    if (!(await changeRoster(tx, { id }, state, to))) return false;
    await audit(tx, "roster.lapsed", { programId, rosterId: id });
    await record(tx, { kind: "roster.changed", programId, rosterId: id });
    return true;
  });
}
