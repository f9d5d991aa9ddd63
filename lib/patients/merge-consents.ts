import { and, desc, eq, isNull } from "drizzle-orm";
import { consents, patientPhones } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import { newId } from "@/lib/ids";
import { open, seal } from "@/lib/phi/seal";
import type { Pair } from "./merge";

type Entry = typeof consents.$inferSelect;

/**
 * The kept record gets the merged one's newest entry for a phone where that says no, or where it has none of its
 * own: never a yes over a no, and no yes for a number that was not both theirs. Returns the new entries.
 */
export async function passOnConsents(
  tx: Ctx,
  { keptId, mergedId }: Pair,
  endedPhones: readonly string[],
): Promise<string[]> {
  const theirs = await newestOf(tx, mergedId);
  const own = new Map((await newestOf(tx, keptId)).map((entry) => [entry.phoneId, entry]));
  const valid = await validPhonesOf(tx, keptId);
  const passed = theirs.filter(({ phoneId, given }) => {
    const newest = own.get(phoneId);
    if (!given) return newest === undefined || newest.given;
    return newest === undefined && endedPhones.includes(phoneId) && valid.has(phoneId);
  });
  const copies = passed.map((entry) => copyFor(keptId, entry));
  if (copies.length > 0) await tx.db.insert(consents).values(copies);
  return copies.map((entry) => entry.id);
}

/** As the ledger has it, but for whose it is: what it rests on and when it was said stay. */
function copyFor(patientId: string, { note, ...entry }: Entry): Entry {
  const id = newId();
  return {
    ...entry,
    patientId,
    id,
    note: note && seal("consents.note", id, open("consents.note", entry.id, note)),
  };
}

/**
 * Takes back each yes that only came with a merge and still holds: it was somebody else's. A no stays, because the
 * ledger cannot know which of the two said it. Returns whether one stays.
 */
export async function takeBackConsents(
  tx: Ctx,
  keptId: string,
  ids: readonly string[],
): Promise<{ noStays: boolean }> {
  const holding = (await newestOf(tx, keptId)).filter((entry) => ids.includes(entry.id));
  const taken = holding.filter((entry) => entry.given);
  if (taken.length > 0)
    await tx.db.insert(consents).values(
      taken.map(({ phoneId, basis }) => {
        const id = newId();
        const note =
          "This consent was another patient's. Two records had been joined, and were parted again.";
        return {
          ...{ patientId: keptId, phoneId, id, given: false, basis, note: seal("consents.note", id, note) },
          ...{ recordedBy: userIdOf(tx), recordedAt: tx.now },
        };
      }),
    );
  const valid = await validPhonesOf(tx, keptId);
  return { noStays: holding.some((entry) => !entry.given && valid.has(entry.phoneId)) };
}

async function newestOf(tx: Ctx, patientId: string): Promise<Entry[]> {
  return tx.db
    .selectDistinctOn([consents.phoneId])
    .from(consents)
    .where(eq(consents.patientId, patientId))
    .orderBy(consents.phoneId, desc(consents.id))
    .limit(1_000);
}

async function validPhonesOf(tx: Ctx, patientId: string): Promise<Set<string>> {
  const rows = await tx.db
    .select({ phoneId: patientPhones.phoneId })
    .from(patientPhones)
    .where(and(eq(patientPhones.patientId, patientId), isNull(patientPhones.validUntil)))
    .limit(1_000);
  return new Set(rows.map((row) => row.phoneId));
}
