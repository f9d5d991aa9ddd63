import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { isNews, newestConsents } from "./consent";
import { stopsUndoneByForm } from "./consent-ending";
import { storedPeople } from "./enrolling";
import { keptRecordsOf } from "./merged-records";
import { digestOf } from "./patient-row";
import { keyOf, knownLinks, knownPhones } from "./phone-link";
import type { NormalisedRow } from "./types";

/** What importing a row would do to this program's patient. */
export type EnrollingEffect = "new" | "changed" | "unchanged";

/**
 * What `upsertPatients` would do with each of at most 1,000 rows (`index`: of its member number), by the same rules and
 * without writing: "new" to this program, "changed" where the record, a phone or a consent would be news, else "unchanged".
 */
export async function effectsOf(
  ctx: Ctx,
  programId: string,
  people: readonly { row: NormalisedRow; index: Buffer }[],
): Promise<EnrollingEffect[]> {
  const stored = new Map((await storedPeople(ctx, people)).map((each) => [each.index.toString("hex"), each]));
  // What a file says of a record that was joined with another goes to that one.
  const kept = await keptRecordsOf(
    ctx,
    [...stored.values()].map(({ id }) => id),
  );
  const ids = [...new Set(kept.values())];
  const members = await membersAmong(ctx, programId, ids);
  const told = await toldBefore(
    ctx,
    ids,
    people.flatMap(({ row, index }) => (stored.has(index.toString("hex")) ? (row.phone ?? []) : [])),
  );

  return people.map(({ row, index }) => {
    const known = stored.get(index.toString("hex"));
    const patientId = known && kept.get(known.id);
    if (!patientId || !members.has(patientId)) return "new";
    const isSame = known.digest.equals(digestOf(row)) && !told.isNews(patientId, row);
    return isSame ? "unchanged" : "changed";
  });
}

async function membersAmong(ctx: Ctx, programId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await rowsOf<{ id: string }>(
    ctx.db,
    sql`select patient_id as id from program_patients
        where program_id = ${programId} and patient_id = any(${uuids(ids)})`,
  );
  return new Set(found.map(({ id }) => id));
}

async function toldBefore(ctx: Ctx, ids: string[], numbers: { e164: string }[]) {
  const [phones, links, newest] = await Promise.all([
    knownPhones(ctx, numbers),
    knownLinks(ctx, ids),
    newestConsents(ctx, ids),
  ]);
  const undone = await stopsUndoneByForm(ctx, [...phones.values()]);
  return {
    /** Whether the row's phone or consent says something that is not on file. */
    isNews(patientId: string, { phone, consent, consentOn }: NormalisedRow): boolean {
      if (!phone) return false;
      const phoneId = phones.get(phone.e164);
      if (!phoneId || !links.known.has(keyOf({ patientId, phoneId }))) return true;
      const link = { patientId, phoneId };
      if (consent === null || !links.valid.has(keyOf(link))) return false;
      const said = { ...link, given: consent, givenOn: consentOn };
      return isNews(said, newest.get(keyOf(link)), undone.get(phoneId));
    },
  };
}
