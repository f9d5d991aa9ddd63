import { eq, type SQL, sql } from "drizzle-orm";
import { programMembers } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { InboxFilter } from "./types";

/** "with mine": the caller's programs that the filter leaves, which the queue is read by, and all of hers beside. */
export function myPrograms(ctx: Ctx, { programId }: InboxFilter): SQL {
  const userId = userIdOf(ctx);
  if (!userId) throw new NotFound();
  return sql`with all_mine as materialized (
      select ${programMembers.programId} from ${programMembers} where ${eq(programMembers.userId, userId)}),
    mine as materialized (
      select program_id from all_mine where ${programId ? sql`program_id = ${programId}::uuid` : sql`true`})`;
}
