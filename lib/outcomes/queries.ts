import { and, desc, eq, inArray } from "drizzle-orm";
import { actions } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import type { ActionTaken } from "./types";

/** What each of these patients did in the program, newest first. A patient without any is in the map, empty. */
export async function actionsOf(
  ctx: Ctx,
  programId: string,
  patientIds: readonly string[],
): Promise<Map<string, ActionTaken[]>> {
  authorize(ctx, "thread.read");
  await requireProgram(ctx, programId);

  const found = new Map<string, ActionTaken[]>(patientIds.map((id) => [id, []]));
  if (found.size === 0) return found;
  const rows = await ctx.db
    .select({ patientId: actions.patientId, occurredOn: actions.occurredOn, source: actions.source })
    .from(actions)
    .where(and(eq(actions.programId, programId), inArray(actions.patientId, [...found.keys()])))
    .orderBy(desc(actions.occurredOn), desc(actions.id))
    .limit(500);
  for (const { patientId, ...action } of rows) found.get(patientId)?.push(action);
  return found;
}
