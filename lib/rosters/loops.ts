import type { Ctx } from "@/lib/context";
import { checkNextRoster } from "./checking";
import { commitRows } from "./committing";
import { tidyRosters as tidy } from "./failing";
import { lapseRosters } from "./lapse";

/** Judges the rows of the next roster; run again at once while it returns more than 0. */
export const checkRosters = (ctx: Ctx, stopped?: AbortSignal): Promise<number> =>
  checkNextRoster(ctx, stopped);

/** Imports the next batches of rows of a roster; run again at once while it returns more than 0. */
export const commitRosters = (ctx: Ctx, stopped?: AbortSignal): Promise<number> => commitRows(ctx, stopped);

/** Ends uploads that broke off and rosters that nobody imported, and deletes files that nobody needs any more. */
export const tidyRosters = async (ctx: Ctx): Promise<number> => (await lapseRosters(ctx)) + (await tidy(ctx));
