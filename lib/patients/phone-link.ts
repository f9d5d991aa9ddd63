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
  const once = [...new Set(numbers.map(({ e164 }) => e164))];
  return phonesAmong(
    ctx,
    once.map((e164) => ({ e164, index: phoneIndex(e164) })),
  );
}

async function phonesAmong(ctx: Ctx, numbers: readonly { e164: string; index: Buffer }[]) {
  if (numbers.length === 0) return new Map<string, string>();
  const byIndex = new Map(numbers.map(({ e164, index }) => [index.toString("hex"), e164]));
  const known = await rowsOf<{ id: string; index: Buffer }>(
    ctx.db,
    sql`select id, number_index as index from phones
        where number_index = any(${digests(numbers.map(({ index }) => index))})`,
  );
  return new Map(known.map(({ id, index }) => [byIndex.get(index.toString("hex")) ?? "", id]));
}

/** Numbers that are known, by number, and rows of those that were not when it was looked up. */
export interface PreparedPhones {
  known: ReadonlyMap<string, string>;
  unknown: readonly { e164: string; row: PhoneRow }[];
}

type PhoneRow = typeof phones.$inferInsert;

/** Looks these numbers up and seals the new ones: what can be done before the transaction that adds them. */
export async function preparePhones(ctx: Ctx, numbers: readonly PhoneToKnow[]): Promise<PreparedPhones> {
  const once = new Map(numbers.map((each) => [each.e164, each]));
  const asked = [...once.values()].map((each) => ({ ...each, index: phoneIndex(each.e164) }));
  const known = await phonesAmong(ctx, asked);
  const unknown = asked
    .filter(({ e164 }) => !known.has(e164))
    .map(({ e164, index, notTextable }) => ({ e164, row: phoneRow(ctx, { e164, index, notTextable }) }));
  // In one order everywhere, so that two imports never wait for each other in a circle.
  unknown.sort((a, b) => Buffer.compare(a.row.numberIndex, b.row.numberIndex));
  return { known, unknown };
}

function phoneRow(ctx: Ctx, { e164, index, notTextable }: PhoneToKnow & { index: Buffer }): PhoneRow {
  const id = newId();
  return {
    ...{ id, number: seal("phones.number", id, e164), numberIndex: index, notTextable },
    // Its line is looked up when that is switched on; what cannot be texted anyway is not told to a carrier.
    ...{ lineDueAt: notTextable ? null : ctx.now, createdAt: ctx.now },
  };
}

/** The ids of prepared numbers, new ones added. What is known of a number stays, above all its stop. */
export async function addPhones(
  tx: Ctx,
  { known, unknown }: PreparedPhones,
): Promise<ReadonlyMap<string, string>> {
  if (unknown.length === 0) return known;
  const rows = unknown.map(({ row }) => row);
  const made = await rowsOf<{ id: string }>(
    tx.db,
    sql`${insertOf(phones, rows)} on conflict (number_index) do nothing returning id`,
  );
  const ours = new Set(made.map(({ id }) => id));
  const added = unknown.filter(({ row }) => ours.has(row.id)).map(({ e164, row }) => [e164, row.id] as const);
  const late = unknown.filter(({ row }) => !ours.has(row.id));
  return new Map([
    ...known,
    ...added,
    ...(await phonesAmong(
      tx,
      late.map(({ e164, row }) => ({ e164, index: row.numberIndex })),
    )),
  ]);
}

/** The ids of these numbers, new ones added. */
export const ensurePhones = async (
  tx: Ctx,
  numbers: readonly PhoneToKnow[],
): Promise<ReadonlyMap<string, string>> => addPhones(tx, await preparePhones(tx, numbers));

export interface Link {
  patientId: string;
  phoneId: string;
  /** Of a patient whom this very transaction made: nothing is on file of them. */
  isNew?: boolean;
}

/** Those of whom something may be on file. */
export const knownBefore = (links: readonly Link[]): string[] =>
  links.filter(({ isNew }) => !isNew).map(({ patientId }) => patientId);

/**
 * Joins patients to their phones and returns the links that are valid now. A link that was ended (a
 * wrong number) stays ended: a file that repeats the number knows less than who answered it.
 * The caller holds the patients' rows locked.
 */
export async function linkPhones<L extends Link>(tx: Ctx, links: readonly L[]): Promise<L[]> {
  if (links.length === 0) return [];
  const { known, valid } = await knownLinks(tx, knownBefore(links));
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
