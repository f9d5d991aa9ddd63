import { inArray } from "drizzle-orm";
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

/** The ids of these numbers, new ones added. What is known of a number stays, above all its stop. */
export async function ensurePhones(
  tx: Ctx,
  numbers: readonly PhoneToKnow[],
): Promise<ReadonlyMap<string, string>> {
  const byNumber = new Map(numbers.map((n) => [n.e164, { ...n, index: phoneIndex(n.e164) }]));
  if (byNumber.size === 0) return new Map();
  // In one order everywhere, so that two imports never wait for each other in a circle.
  const sorted = [...byNumber.values()].sort((a, b) => Buffer.compare(a.index, b.index));

  await tx.db
    .insert(phones)
    .values(
      sorted.map(({ e164, index, notTextable }) => {
        const id = newId();
        return {
          id,
          number: seal("phones.number", id, e164),
          numberIndex: index,
          notTextable,
          // Its line is looked up when that is switched on; what cannot be texted anyway is not told to a carrier.
          lineDueAt: notTextable ? null : tx.now,
          createdAt: tx.now,
        };
      }),
    )
    .onConflictDoNothing({ target: phones.numberIndex });

  const known = await tx.db
    .select({ id: phones.id, numberIndex: phones.numberIndex })
    .from(phones)
    .where(
      inArray(
        phones.numberIndex,
        sorted.map((p) => p.index),
      ),
    )
    .limit(sorted.length);
  const idByIndex = new Map(known.map((p) => [p.numberIndex.toString("hex"), p.id]));
  return new Map(
    sorted.flatMap(({ e164, index }) => {
      const id = idByIndex.get(index.toString("hex"));
      return id ? [[e164, id] as const] : [];
    }),
  );
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
  const earlier = await tx.db
    .select({
      patientId: patientPhones.patientId,
      phoneId: patientPhones.phoneId,
      validUntil: patientPhones.validUntil,
    })
    .from(patientPhones)
    .where(
      inArray(
        patientPhones.patientId,
        links.map((l) => l.patientId),
      ),
    )
    .limit(links.length * 100);
  const known = new Set(earlier.map(keyOf));
  const valid = new Set(earlier.filter((link) => link.validUntil === null).map(keyOf));

  const added = links.filter((link) => !known.has(keyOf(link)));
  if (added.length > 0)
    await tx.db.insert(patientPhones).values(
      added.map(({ patientId, phoneId }) => ({
        patientId,
        phoneId,
        relationship: "self" as const,
        validFrom: tx.now,
      })),
    );
  return links.filter((link) => !known.has(keyOf(link)) || valid.has(keyOf(link)));
}

export const keyOf = ({ patientId, phoneId }: Link): string => `${patientId} ${phoneId}`;
