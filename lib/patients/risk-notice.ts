import { desc, inArray } from "drizzle-orm";
import { riskNotices } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { shownWords } from "./consent-evidence";
import type { RecordRiskNoticeInput } from "./inputs";
import { recordsOf } from "./merged-records";
import { announcePatients, lockPatients, requirePatient } from "./patient-reach";

/**
 * Appends that a patient was told that texts are not private, and whether they want them all the same. It is no
 * consent and takes none back. Throws Conflict when somebody recorded one since the nurse looked.
 */
export async function recordRiskNotice(ctx: Ctx, input: RecordRiskNoticeInput): Promise<void> {
  authorize(ctx, "consent.record");
  const { userId } = ctx.actor;
  const { patientId, accepted, channel } = input;

  await inTransaction(ctx, async (tx) => {
    const programs = await requirePatient(tx, patientId);
    const shown = shownWords("notice", channel === "form" ? "written" : "spoken", input, programs);
    await lockPatients(tx, [patientId]);
    if ((await newestNoticeId(tx, patientId)) !== input.seen)
      throw new Conflict("Somebody recorded this while you were reading. Look at what is new first.");

    const id = newId();
    await tx.db.insert(riskNotices).values({
      ...{ patientId, id, accepted, channel, ...shown },
      recordedBy: userId,
      recordedAt: tx.now,
    });
    await audit(tx, "notice.recorded", {
      ...{ programId: programs[0].id, patientId, noticeId: id, accepted, channel },
    });
    await announcePatients(tx, [patientId]);
  });
}

async function newestNoticeId(tx: Ctx, patientId: string): Promise<string | null> {
  const [newest] = await tx.db
    .select({ id: riskNotices.id })
    .from(riskNotices)
    .where(inArray(riskNotices.patientId, await recordsOf(tx, patientId)))
    .orderBy(desc(riskNotices.id))
    .limit(1);
  return newest?.id ?? null;
}
