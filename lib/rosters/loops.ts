import type { Ctx } from "@/lib/context";
import { commitBatch } from "./committing";

/** Imports the next batch of rows of a roster; run again at once while it returns more than 0. */
export const commitRosters = (ctx: Ctx): Promise<number> => commitBatch(ctx);
