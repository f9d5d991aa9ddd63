import type { Ctx } from "@/lib/context";
import { commitOutcomeBatch } from "./committing";

/** Imports the next batch of rows of a file of outcomes; run again at once while it returns more than 0. */
export const commitOutcomes = (ctx: Ctx): Promise<number> => commitOutcomeBatch(ctx);
