import type { Ctx } from "@/lib/context";
import { Conflict, Invalid } from "@/lib/errors";
import { holdPatient } from "@/lib/patients/hold";
import { patientsOnPhone } from "@/lib/patients/queries";
import type { HoldReason } from "@/lib/patients/types";
import { reportWrongNumber } from "@/lib/patients/wrong-number";
import { type Disposition, dispositions } from "./types";

interface Where {
  id: string;
  phoneId: string;
  lastInboundId: string | null;
}

const holds: Partial<Record<Disposition, HoldReason>> = { deceased: "death", loss: "loss" };

/**
 * What an ending does for the one patient whom it is about, and for nobody else on their phone: a wrong number ends
 * their link to it, a death or a loss holds all outreach. Nothing where the caller has no patient on the phone.
 */
export async function actForPatient(
  tx: Ctx,
  { id: threadId, phoneId, lastInboundId }: Where,
  disposition: Disposition,
  chosen: string | null,
): Promise<void> {
  if (!dispositions[disposition].ofPatient) return;
  const patientId = await whoOn(tx, phoneId, chosen);
  if (!patientId) return;
  if (disposition === "wrong_number")
    await reportWrongNumber(tx, { patientId, phoneId, threadId, messageId: lastInboundId });
  const reason = holds[disposition];
  if (reason) await hold(tx, patientId, reason);
}

async function whoOn(tx: Ctx, phoneId: string, chosen: string | null): Promise<string | null> {
  const { patients } = await patientsOnPhone(tx, phoneId);
  const [only, ...more] = patients;
  if (!only) return null;
  const patient = chosen || more.length > 0 ? patients.find(({ id }) => id === chosen) : only;
  if (patient) return patient.id;
  const sentence = "Several patients have this number. Choose whom this is about.";
  throw new Invalid(sentence, { patientId: [sentence] });
}

async function hold(tx: Ctx, patientId: string, reason: HoldReason): Promise<void> {
  try {
    await holdPatient(tx, { patientId, reason });
  } catch (error) {
    // Held already: all that was asked for is so, and the conversation still has to end.
    if (!(error instanceof Conflict)) throw error;
  }
}
