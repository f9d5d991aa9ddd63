import { and, eq, inArray } from "drizzle-orm";
import { programMembers, programs, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { isActive } from "@/lib/users/disabling";
import type { SetMembersInput } from "./inputs";

/**
 * Makes `userIds` and the caller the program's people. Disabled people keep their place, unseen. `seen` is
 * who was there when the choice was made: Conflict when that has changed meanwhile.
 */
export async function setMembers(ctx: Ctx, { programId, userIds, seen }: SetMembersInput): Promise<void> {
  authorize(ctx, "program.staff");
  const self = ctx.actor.userId;

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    await tx.db
      .select({ id: programs.id })
      .from(programs)
      .where(eq(programs.id, programId))
      .limit(1)
      .for("update");
    const current = new Set(await activeMembers(tx, programId));
    if (current.size !== new Set(seen).size || seen.some((id) => !current.has(id)))
      throw new Conflict(
        "Somebody else changed who is in this program while you chose. Nothing was saved: look again, then choose.",
      );

    const wanted = new Set([...userIds, self]);
    const leaving = [...current].filter((id) => !wanted.has(id));
    const joining = [...wanted].filter((id) => !current.has(id));
    if (leaving.length > 0)
      await tx.db
        .delete(programMembers)
        .where(and(eq(programMembers.programId, programId), inArray(programMembers.userId, leaving)));
    await addMembers(tx, programId, joining);
    for (const userId of leaving)
      await audit(tx, "program.staffed", { programId, userId, change: "removed" });
    if (leaving.length + joining.length > 0) await record(tx, { kind: "program.changed", programId });
  });
}

/** Within the caller's transaction. Throws Invalid unless all are active nurses or managers. */
export async function addMembers(tx: Ctx, programId: string, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  const able = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, userIds), inArray(users.role, ["nurse", "manager"]), isActive))
    .limit(userIds.length)
    .for("share");
  if (able.length < new Set(userIds).size)
    throw new Invalid(
      "Somebody you chose can no longer be added. Nothing was saved: look at the list again.",
    );
  await tx.db
    .insert(programMembers)
    .values(userIds.map((userId) => ({ programId, userId, addedAt: tx.now })))
    .onConflictDoNothing();
  for (const userId of userIds) await audit(tx, "program.staffed", { programId, userId, change: "added" });
}

async function activeMembers(tx: Ctx, programId: string): Promise<string[]> {
  const rows = await tx.db
    .select({ id: programMembers.userId })
    .from(programMembers)
    .innerJoin(users, eq(users.id, programMembers.userId))
    .where(and(eq(programMembers.programId, programId), isActive))
    .limit(500);
  return rows.map((row) => row.id);
}
