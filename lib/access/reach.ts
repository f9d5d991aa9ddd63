import { and, type Column, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { programMembers } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";

/** Rows of the caller's programs, and no others. Put it into every where-clause that starts from a person. */
export function inReach(ctx: Ctx, programId: Column): SQL {
  return inArray(programId, programIdsOf(ctx));
}

/** The caller's programs, as a subquery. */
export function programIdsOf(ctx: Ctx) {
  const userId = userIdOf(ctx);
  if (!userId) throw new NotFound();
  return ctx.db
    .select({ id: programMembers.programId })
    .from(programMembers)
    .where(eq(programMembers.userId, userId));
}

/** Throws NotFound unless the caller belongs to the program. */
export async function requireProgram(ctx: Ctx, programId: string): Promise<void> {
  const userId = userIdOf(ctx);
  if (!userId || !isId(programId)) throw new NotFound();
  const [member] = await ctx.db
    .select({ programId: programMembers.programId })
    .from(programMembers)
    .where(and(eq(programMembers.userId, userId), eq(programMembers.programId, programId)))
    .limit(1);
  if (!member) throw new NotFound();
}

/** Throws NotFound unless the row belongs to one of the caller's programs. Returns that program. */
export async function requireRow(
  ctx: Ctx,
  table: PgTable & { id: PgColumn; programId: PgColumn },
  id: string,
): Promise<string> {
  if (!isId(id)) throw new NotFound();
  const [row] = await ctx.db
    .select({ programId: sql<string>`${table.programId}` })
    .from(table)
    .where(and(eq(table.id, id), inReach(ctx, table.programId)))
    .limit(1);
  if (!row) throw new NotFound();
  return row.programId;
}
