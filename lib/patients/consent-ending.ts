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

  // Also where nothing is on file: a roster's yes of before the stop may be read tomorrow.
  const ended = await rowsOf<{ patient_id: string }>(
    tx.db,
    sql`select other.id as patient_id from unnest(${uuids(ids)}) other(id)
        where coalesce((
          select given from consents where patient_id = other.id and phone_id = ${phoneId}
          order by id desc limit 1), true)`,
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

/**
 * The days, YYYY-MM-DD in UTC, of the last stops that a form undid, by phone: who is linked to such a phone later has
 * no entry of `endConsentsOfOthers`, and a yes of before the stop is none for them either.
 */
export async function stopsUndoneByForm(
  ctx: Ctx,
  phoneIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (phoneIds.length === 0) return new Map();
  const rows = await rowsOf<{ phone_id: string; stopped_on: string }>(
    ctx.db,
    sql`select phone_id, (max(stopped_at) at time zone 'UTC')::date::text as stopped_on from stops
        where phone_id = any(${uuids(phoneIds)}) and undone_by = 'form' group by phone_id`,
  );
  return new Map(rows.map((row) => [row.phone_id, row.stopped_on]));
}
