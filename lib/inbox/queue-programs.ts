import { and, eq, type SQL, sql } from "drizzle-orm";
import { programMembers } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { InboxFilter } from "./types";

/** "with mine": the caller's programs, or the one of them that the filter names. What the queue is read by. */
export function myPrograms(ctx: Ctx, { programId }: InboxFilter): SQL {
  const userId = userIdOf(ctx);
  if (!userId) throw new NotFound();
  return sql`with mine as materialized (
    select ${programMembers.programId} from ${programMembers} where ${and(
      eq(programMembers.userId, userId),
      programId ? eq(programMembers.programId, programId) : undefined,
    )})`;
}
