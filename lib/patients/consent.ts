import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { consents } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { keyOf, type Link } from "./phone-link";

export interface SuppliedConsent extends Link {
  given: boolean;
  /** YYYY-MM-DD, when the file says when. */
  givenOn: string | null;
}

type Newest = {
  patient_id: string;
  phone_id: string;
  given: boolean;
  basis: "roster" | "patient" | "document";
  recorded_on: string;
};

/**
 * Appends to the ledger what a roster says, where that is news. What a patient or a document said
 * yields to a roster's yes only when that yes is dated later. Stops are not touched: they stand on
 * the phone. The caller holds the patients' rows locked.
 */
export async function recordSuppliedConsents(
  tx: Ctx,
  rosterId: string,
  supplied: readonly SuppliedConsent[],
): Promise<number> {
  if (supplied.length === 0) return 0;
  const newest = await newestConsents(
    tx,
    supplied.map((s) => s.patientId),
  );
  const news = supplied.filter((s) => isNews(s, newest.get(keyOf(s))));
  if (news.length > 0)
    await tx.db.insert(consents).values(
      news.map(({ patientId, phoneId, given, givenOn }) => ({
        patientId,
        phoneId,
        id: newId(),
        given,
        basis: "roster" as const,
        evidence: rosterId,
        recordedAt: tx.now,
        givenOn,
      })),
    );
  return news.length;
}

function isNews(supplied: SuppliedConsent, newest: Newest | undefined): boolean {
  // Without a consent on file there is none to withdraw.
  if (!newest) return supplied.given;
  if (newest.given === supplied.given) return false;
  if (!supplied.given || newest.basis === "roster") return true;
  return supplied.givenOn !== null && supplied.givenOn > newest.recorded_on;
}

async function newestConsents(tx: Ctx, patientIds: string[]): Promise<Map<string, Newest>> {
  const rows = await rowsOf<Newest>(
    tx.db,
    sql`select distinct on (patient_id, phone_id) patient_id, phone_id, given, basis,
          (recorded_at at time zone 'UTC')::date::text as recorded_on
        from consents
        where patient_id = any(${uuids(patientIds)})
        order by patient_id, phone_id, id desc`,
  );
  return new Map(rows.map((row) => [keyOf({ patientId: row.patient_id, phoneId: row.phone_id }), row]));
}
