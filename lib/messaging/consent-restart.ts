import { authorize } from "@/lib/access/authorize";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid } from "@/lib/errors";
import { recordConsent } from "@/lib/patients/consent";
import { endConsentsOfOthers } from "@/lib/patients/consent-ending";
import { undoesStop } from "@/lib/patients/consent-evidence";
import type { RecordConsentInput } from "@/lib/patients/inputs";
import { latestDay, requirePatient, requirePhoneOf } from "@/lib/patients/patient-reach";
import { undoStopByConsent } from "./stop";

/**
 * Records a signed form that lets texts go again to a stopped number (law 1). `stoppedAt` is the stop that the nurse
 * saw: another STOP since then stands, and this throws Conflict. Everybody else on the phone has to consent anew.
 */
export async function restartByConsent(
  ctx: Ctx,
  { stoppedAt, ...consent }: RecordConsentInput & { stoppedAt: Date },
): Promise<void> {
  authorize(ctx, "consent.record");
  const { patientId, phoneId } = consent;

  await inTransaction(ctx, async (tx) => {
    const programs = await requirePatient(tx, patientId);
    await requirePhoneOf(tx, patientId, phoneId);
    const stoppedOn = latestDay(stoppedAt, programs);
    if (!undoesStop(consent, stoppedOn))
      throw new Invalid(
        "Only a signed form from after the stop lets texts go to this number again. Nothing was recorded.",
        { givenOn: ["Give a day on or after the stop."] },
      );
    if (!(await undoStopByConsent(tx, { phoneId, stoppedAt, patientId })))
      throw new Conflict(
        "The stop of this number changed while you were reading. Look at the page again. Nothing was recorded.",
      );
    await endConsentsOfOthers(tx, { patientId, phoneId, stoppedOn });
    await recordConsent(tx, consent);
  });
}
