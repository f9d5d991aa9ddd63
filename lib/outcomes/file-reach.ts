import { outcomeFiles } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireRow } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";

/** Throws Forbidden or NotFound unless the caller may read this file. Returns its program. */
export async function requireOutcomeFile(ctx: Ctx, fileId: string): Promise<string> {
  authorize(ctx, "outcome.read");
  return requireRow(ctx, outcomeFiles, fileId);
}
