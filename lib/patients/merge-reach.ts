import { eq, sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { programPatients } from "@/db/schema";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { Blocked } from "@/lib/errors";

/** Throws Blocked, and says who can do it, unless all programs of this patient are the caller's. */
export async function requireProgramsOf(ctx: Ctx, patientId: string): Promise<void> {
  await requireAll(ctx, await programsOf(ctx, patientId));
}

/** The same for programs by themselves. */
export async function requireAll(ctx: Ctx, programIds: readonly string[]): Promise<void> {
  const why = await whyNot(ctx, programIds);
  if (why) throw new Blocked(`${why} Nothing was changed.`);
}

/** Why the caller may not take this record into another one, as a sentence; null when they may. */
export const whyNotMerged = async (ctx: Ctx, patientId: string): Promise<string | null> =>
  whyNot(ctx, await programsOf(ctx, patientId));

async function programsOf(ctx: Ctx, patientId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ programId: programPatients.programId })
    .from(programPatients)
    .where(eq(programPatients.patientId, patientId))
    .limit(200);
  return rows.map((row) => row.programId);
}

async function whyNot(ctx: Ctx, programIds: readonly string[]): Promise<string | null> {
  const mine = new Set((await programIdsOf(ctx).limit(1_000)).map((row) => row.id));
  return programIds.every((id) => mine.has(id)) ? null : whoCan(ctx, programIds);
}

async function whoCan(ctx: Ctx, programIds: readonly string[]): Promise<string> {
  const nurses = await rowsOf<{ name: string }>(
    ctx.db,
    sql`select u.name from users u join program_members m on m.user_id = u.id
        where m.program_id = any(${uuids(programIds)}) and u.role = 'nurse' and u.disabled_at is null
        group by u.id, u.name having count(distinct m.program_id) = ${new Set(programIds).size}
        order by u.name limit 3`,
  );
  const outside = "The other record is also in a program that is not yours.";
  if (nurses.length === 0)
    return `${outside} No nurse is in all of its programs; a manager can add you to them.`;
  const names = new Intl.ListFormat("en", { type: "disjunction" }).format(nurses.map(({ name }) => name));
  return `${outside} Ask ${names}, who is in all of its programs.`;
}
