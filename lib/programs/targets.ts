import { eq } from "drizzle-orm";
import { programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import type { TargetInput } from "./inputs";
import { targetsSeen } from "./types";

export const targetColumns = {
  emergencyMinutes: programs.emergencyMinutes,
  urgentMinutes: programs.urgentMinutes,
  routineMinutes: programs.routineMinutes,
  escalateMinutes: programs.escalateMinutes,
  answersAfterHours: programs.answersAfterHours,
};

/**
 * Sets within how many minutes of staffed time patients are answered. Who waits already is measured against the new
 * ones. `seen` is what the form was filled in against: Conflict when that has changed meanwhile.
 */
export async function setTargets(ctx: Ctx, { programId, seen, ...wanted }: TargetInput): Promise<void> {
  authorize(ctx, "program.target");
  const { emergencyMinutes, urgentMinutes, routineMinutes } = wanted;
  if (emergencyMinutes > urgentMinutes || urgentMinutes > routineMinutes) {
    const sentence = "What is more urgent cannot wait longer than what is less.";
    throw new Invalid(sentence, { urgentMinutes: [sentence] });
  }

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const [old] = await tx.db
      .select(targetColumns)
      .from(programs)
      .where(eq(programs.id, programId))
      .limit(1)
      .for("no key update");
    if (!old) throw new NotFound();
    if (targetsSeen(old) !== seen)
      throw new Conflict(
        "Somebody else changed these targets while you chose. Nothing was saved: look again, then choose.",
      );
    if (targetsSeen(old) === targetsSeen(wanted)) return;
    await tx.db.update(programs).set(wanted).where(eq(programs.id, programId));
    await audit(tx, "program.targeted", { programId, from: targetsSeen(old), to: targetsSeen(wanted) });
    await record(tx, { kind: "program.changed", programId });
  });
}
