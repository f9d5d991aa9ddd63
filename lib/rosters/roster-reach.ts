import { rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireRow } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";

/** Throws Forbidden or NotFound unless the caller may read this roster. Returns its program. */
export async function requireRoster(ctx: Ctx, rosterId: string): Promise<string> {
  authorize(ctx, "roster.read");
  return requireRow(ctx, rosters, rosterId);
}
