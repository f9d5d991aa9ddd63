import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { measures, measureWindows } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { MeasureWindow } from "./types-record";

/** What is due for these patients, or will be: those open now first, then the next. For who has reached them. */
export async function windowsOf(
  ctx: Ctx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, MeasureWindow[]>> {
  const found = new Map<string, MeasureWindow[]>();
  if (patientIds.length === 0) return found;
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = await ctx.db
    .select({
      patientId: measureWindows.patientId,
      name: measures.name,
      opensOn: measureWindows.opensOn,
      closesOn: measureWindows.closesOn,
    })
    .from(measureWindows)
    .innerJoin(measures, eq(measures.id, measureWindows.measureId))
    .where(and(inArray(measureWindows.patientId, [...patientIds]), gte(measureWindows.closesOn, today)))
    .orderBy(asc(measureWindows.closesOn), asc(measures.id))
    .limit(patientIds.length * 50);
  for (const { patientId, ...row } of rows) {
    const earlier = found.get(patientId) ?? [];
    const window = { ...row, open: row.opensOn <= today };
    // A rule stands there once for each year, mostly the same.
    if (!earlier.some(({ name, closesOn }) => name === window.name && closesOn === window.closesOn))
      found.set(patientId, [...earlier, window]);
  }
  for (const windows of found.values()) windows.sort((a, b) => Number(b.open) - Number(a.open));
  return found;
}
