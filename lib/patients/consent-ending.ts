import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { consents, patientPhones } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import { type Ctx, userIdOf } from "@/lib/context";
import { newId } from "@/lib/ids";
import { announcePatients, lockPatients } from "./patient-reach";
import type { Link } from "./phone-link";

/**
 * Ends the consent of everybody else on a phone, in every program: one of them lets texts go to it again, and the
 * stop was everybody's, so each of the others has to consent anew. `stoppedOn` is the day of the stop. Locks them and the patient.
 */
export async function endConsentsOfOthers(
  tx: Ctx,
  { patientId, phoneId, stoppedOn }: Link & { stoppedOn: string },
): Promise<void> {
  const others = await tx.db
    .selectDistinct({ id: patientPhones.patientId })
    .from(patientPhones)
    .where(
      and(
        eq(patientPhones.phoneId, phoneId),
        ne(patientPhones.patientId, patientId),
        isNull(patientPhones.validUntil),
      ),
    )
    .limit(1_000);
  const ids = others.map((other) => other.id);
  await lockPatients(tx, [patientId, ...ids]);

  const ended = await rowsOf<{ patient_id: string }>(
    tx.db,
    sql`select patient_id from (
          select distinct on (patient_id) patient_id, given from consents
          where patient_id = any(${uuids(ids)}) and phone_id = ${phoneId}
          order by patient_id, id desc) newest
        where given`,
  );
  if (ended.length === 0) return;
  await tx.db.insert(consents).values(
    ended.map((row) => ({
      patientId: row.patient_id,
      phoneId,
      id: newId(),
      given: false,
      basis: "stop" as const,
      recordedBy: userIdOf(tx),
      recordedAt: tx.now,
      givenOn: stoppedOn,
    })),
  );
  for (const row of ended)
    await audit(tx, "consent.withdrawn", { patientId: row.patient_id, phoneId, basis: "stop" });
  await announcePatients(
    tx,
    ended.map((row) => row.patient_id),
  );
}
