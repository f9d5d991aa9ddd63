import { programs, staffedHours } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import type { CreateProgramInput } from "./inputs";
import { assignSender } from "./sender";
import { addMembers } from "./staffing";

/** A program with its hours, its number and its people. The creator is always one of them. */
export async function createProgram(ctx: Ctx, input: CreateProgramInput): Promise<{ id: string }> {
  authorize(ctx, "program.create");
  const { hours, memberIds, senderId, ...facts } = input;
  const creator = ctx.actor.userId;
  const id = newId();

  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(programs).values({ ...facts, id, createdBy: creator, createdAt: tx.now });
    await assignSender(tx, senderId, id);
    if (hours.length > 0)
      await tx.db.insert(staffedHours).values(hours.map((day) => ({ ...day, programId: id })));
    await audit(tx, "program.created", { programId: id, senderId, windowDays: facts.windowDays });
    await addMembers(tx, id, [...new Set([creator, ...memberIds])]);
    await record(tx, { kind: "program.changed", programId: id });
  });
  return { id };
}
