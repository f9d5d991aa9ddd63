import { and, desc, eq, sql } from "drizzle-orm";
import { insertOf, rowsOf, uuids } from "@/db/client";
import { consents } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { stopsUndoneByForm } from "./consent-ending";
import { evidenceOf, undoesStop } from "./consent-evidence";
import type { RecordConsentInput } from "./inputs";
import { announcePatients, latestDay, lockPatients, requirePatient, requirePhoneOf } from "./patient-reach";
import { keyOf, knownBefore, type Link } from "./phone-link";
import type { ConsentState } from "./types";

/**
 * Appends what a patient said about being texted at one of their numbers. A stop of the number stays: a signed form
 * that would undo it is refused here, because that has to be confirmed (`restartByConsent`). Throws Invalid for
 * words or a day that cannot be, Conflict when somebody recorded something since the nurse looked.
 */
export async function recordConsent(ctx: Ctx, input: RecordConsentInput): Promise<void> {
  authorize(ctx, "consent.record");
  const { userId } = ctx.actor;
  const { patientId, phoneId, given, givenOn } = input;

  await inTransaction(ctx, async (tx) => {
    const programs = await requirePatient(tx, patientId);
    const stoppedAt = await requirePhoneOf(tx, patientId, phoneId);
    const { note, ...evidence } = evidenceOf(input, programs, latestDay(tx.now, programs));
    if (stoppedAt && undoesStop(input, latestDay(stoppedAt, programs)))
      throw new Conflict(
        "Texts to this number are stopped, and this form would let them go again. Look at the page again and confirm that. Nothing was recorded yet.",
      );

    await lockPatients(tx, [patientId]);
    const newest = await newestConsent(tx, { patientId, phoneId });
    if ((newest?.id ?? null) !== input.seen)
      throw new Conflict(
        "The consent history changed while you were reading it. Look at what is new, then record this.",
      );
    if (given && newest && !newest.given && givenOn < (newest.givenOn ?? latestDay(newest.at, programs)))
      refuseDay("They took consent back after this day. Only a consent given since then counts.");
    if (!newest && isOlderThanStop({ given, givenOn }, (await stopsUndoneByForm(tx, [phoneId])).get(phoneId)))
      refuseDay("Texts to this number were stopped after this day. Only a consent given since then counts.");

    const id = newId();
    await tx.db.insert(consents).values({
      ...{ patientId, phoneId, id, given, givenOn, ...evidence },
      note: note === null ? null : seal("consents.note", id, note),
      recordedBy: userId,
      recordedAt: tx.now,
    });
    await audit(tx, given ? "consent.recorded" : "consent.withdrawn", {
      ...{ programId: programs[0].id, patientId, phoneId, consentId: id, channel: input.channel },
    });
    await announcePatients(tx, [patientId]);
  });
}

function refuseDay(sentence: string): never {
  throw new Invalid(sentence, { givenOn: [sentence] });
}

async function newestConsent(tx: Ctx, { patientId, phoneId }: Link) {
  const [newest] = await tx.db
    .select({
      id: consents.id,
      given: consents.given,
      givenOn: consents.givenOn,
      at: consents.recordedAt,
    })
    .from(consents)
    .where(and(eq(consents.patientId, patientId), eq(consents.phoneId, phoneId)))
    .orderBy(desc(consents.id))
    .limit(1);
  return newest;
}

export interface SuppliedConsent extends Link {
  given: boolean;
  /** YYYY-MM-DD, when the file says when. */
  givenOn: string | null;
}

export type Newest = {
  patient_id: string;
  phone_id: string;
  given: boolean;
  basis: ConsentState["basis"];
  recorded_on: string;
};

/**
 * Appends to the ledger what a roster says, where that is news. What a patient, a document or a stop said
 * yields to a roster's yes only when that yes is dated later. Stops are not touched: they stand on
 * the phone. The caller holds the patients' rows locked.
 */
export async function recordSuppliedConsents(
  tx: Ctx,
  rosterId: string,
  supplied: readonly SuppliedConsent[],
): Promise<number> {
  if (supplied.length === 0) return 0;
  const newest = await newestConsents(tx, knownBefore(supplied));
  const undone = await stopsUndoneByForm(
    tx,
    supplied.map((s) => s.phoneId),
  );
  const news = supplied.filter((s) => isNews(s, newest.get(keyOf(s)), undone.get(s.phoneId)));
  const rows = news.map(({ patientId, phoneId, given, givenOn }) => ({
    ...{ patientId, phoneId, id: newId(), given, givenOn },
    ...{ basis: "roster" as const, channel: "roster" as const },
    ...{ evidence: rosterId, recordedAt: tx.now },
  }));
  if (rows.length > 0) await tx.db.execute(insertOf(consents, rows));
  return news.length;
}

/** Whether a roster's word would be appended to the ledger. `stoppedOn`: of `stopsUndoneByForm`. */
export function isNews(
  supplied: SuppliedConsent,
  newest: Newest | undefined,
  stoppedOn: string | undefined,
): boolean {
  if (isOlderThanStop(supplied, stoppedOn)) return false;
  // Without a consent on file there is none to withdraw.
  if (!newest) return supplied.given;
  if (newest.given === supplied.given) return false;
  if (!supplied.given || newest.basis === "roster") return true;
  return supplied.givenOn !== null && supplied.givenOn > newest.recorded_on;
}

const isOlderThanStop = (
  { given, givenOn }: Pick<SuppliedConsent, "given" | "givenOn">,
  stoppedOn: string | undefined,
): boolean => given && stoppedOn !== undefined && (givenOn === null || givenOn <= stoppedOn);

/** The newest entry for each patient and phone, by `keyOf`. */
export async function newestConsents(ctx: Ctx, patientIds: string[]): Promise<Map<string, Newest>> {
  if (patientIds.length === 0) return new Map();
  const rows = await rowsOf<Newest>(
    ctx.db,
    sql`select distinct on (patient_id, phone_id) patient_id, phone_id, given, basis,
          (recorded_at at time zone 'UTC')::date::text as recorded_on
        from consents
        where patient_id = any(${uuids(patientIds)})
        order by patient_id, phone_id, id desc`,
  );
  return new Map(rows.map((row) => [keyOf({ patientId: row.patient_id, phoneId: row.phone_id }), row]));
}
