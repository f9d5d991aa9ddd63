import { sql } from "drizzle-orm";
import { digests, insertOf, rowsOf, uuids } from "@/db/client";
import { patientPhones, phones } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { phoneIndex } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import type { NotTextable } from "./types";

export interface PhoneToKnow {
  e164: string;
  notTextable: NotTextable | null;
}

/** The ids of those of these numbers that we know, by number. */
export async function knownPhones(
  ctx: Ctx,
  numbers: readonly { e164: string }[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map();
  const byIndex = new Map(numbers.map(({ e164 }) => [phoneIndex(e164).toString("hex"), e164]));
  const known = await rowsOf<{ id: string; index: Buffer }>(
    ctx.db,
    sql`select id, number_index as index from phones
        where number_index = any(${digests([...byIndex.keys()].map((hex) => Buffer.from(hex, "hex")))})`,
  );
  return new Map(known.map(({ id, index }) => [byIndex.get(index.toString("hex")) ?? "", id]));
}

/** The ids of these numbers, new ones added. What is known of a number stays, above all its stop. */
export async function ensurePhones(
  tx: Ctx,
  numbers: readonly PhoneToKnow[],
): Promise<ReadonlyMap<string, string>> {
  const known = await knownPhones(tx, numbers);
  const unknown = new Map(numbers.filter(({ e164 }) => !known.has(e164)).map((each) => [each.e164, each]));
  if (unknown.size === 0) return known;

  const rows = [...unknown.values()].map(({ e164, notTextable }) => {
    const id = newId();
    return {
      ...{ id, number: seal("phones.number", id, e164), numberIndex: phoneIndex(e164), notTextable },
      // Its line is looked up when that is switched on; what cannot be texted anyway is not told to a carrier.
      ...{ lineDueAt: notTextable ? null : tx.now, createdAt: tx.now },
    };
  });
  // In one order everywhere, so that two imports never wait for each other in a circle.
  rows.sort((a, b) => Buffer.compare(a.numberIndex, b.numberIndex));
  await tx.db.execute(sql`${insertOf(phones, rows)} on conflict (number_index) do nothing`);
  return new Map([...known, ...(await knownPhones(tx, [...unknown.values()]))]);
}

export interface Link {
  patientId: string;
  phoneId: string;
}

/**
 * Joins patients to their phones and returns the links that are valid now. A link that was ended (a
 * wrong number) stays ended: a file that repeats the number knows less than who answered it.
 * The caller holds the patients' rows locked.
 */
export async function linkPhones<L extends Link>(tx: Ctx, links: readonly L[]): Promise<L[]> {
  if (links.length === 0) return [];
  const { known, valid } = await knownLinks(
    tx,
    links.map((link) => link.patientId),
  );
  const added = links
    .filter((link) => !known.has(keyOf(link)))
    .map(({ patientId, phoneId }) => ({
      ...{ patientId, phoneId, relationship: "self" as const, validFrom: tx.now },
    }));
  if (added.length > 0) await tx.db.execute(insertOf(patientPhones, added));
  return links.filter((link) => !known.has(keyOf(link)) || valid.has(keyOf(link)));
}

/** The links of these patients, by `keyOf`: all there ever were, and those that are valid now. */
export async function knownLinks(ctx: Ctx, patientIds: readonly string[]) {
  const found =
    patientIds.length === 0
      ? []
      : await rowsOf<{ patient_id: string; phone_id: string; valid: boolean }>(
          ctx.db,
          sql`select patient_id, phone_id, valid_until is null as valid from patient_phones
              where patient_id = any(${uuids(patientIds)})`,
        );
  const keys = found.map((each) => ({
    key: keyOf({ patientId: each.patient_id, phoneId: each.phone_id }),
    valid: each.valid,
  }));
  return {
    known: new Set(keys.map(({ key }) => key)),
    valid: new Set(keys.filter(({ valid }) => valid).map(({ key }) => key)),
  };
}

export const keyOf = ({ patientId, phoneId }: Link): string => `${patientId} ${phoneId}`;
