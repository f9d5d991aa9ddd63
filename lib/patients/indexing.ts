import { and, asc, isNull, sql } from "drizzle-orm";
import { texts, uuids } from "@/db/client";
import { patients } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { log, trace } from "@/lib/log";
import { birthIndex } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { open } from "@/lib/phi/seal";

const batch = 500;

// Records that cannot be opened, each told of once. Not kept elsewhere: a worker that starts anew, as it does when a
// missing key is put back, tries them again.
const passedOver = new Set<string>();

/** A record from before there was a search: nobody finds it by its name yet. */
export const isNotIndexed = isNull(patients.birthIndex);

/**
 * Makes a batch of records findable by name and birth date; how many it looked at. One that cannot be opened (a key
 * is missing, the row was altered) is passed over, so that it does not hold up those behind it.
 */
export async function indexPatients(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: patients.id, name: patients.name, birthDate: patients.birthDate })
      .from(patients)
      .where(and(isNotIndexed, sql`${patients.id} <> all(${uuids([...passedOver])})`))
      .orderBy(asc(patients.id))
      .limit(batch)
      .for("no key update", { skipLocked: true });
    const made = rows.flatMap((row) => entryOf(row) ?? []);
    if (made.length > 0)
      await tx.db.execute(
        sql`update patients set name_index = made.name_index::bigint[], birth_index = decode(made.birth_index, 'hex')
            from unnest(${uuids(made.map(({ id }) => id))}, ${texts(made.map(({ names }) => names))},
              ${texts(made.map(({ birth }) => birth))}) made(id, name_index, birth_index)
            where patients.id = made.id`,
      );
    return rows.length;
  });
}

function entryOf({ id, name, birthDate }: { id: string; name: Buffer; birthDate: Buffer }) {
  try {
    const names = `{${nameIndexOf(open("patients.name", id, name)).join(",")}}`;
    return { id, names, birth: birthIndex(open("patients.birth_date", id, birthDate)).toString("hex") };
  } catch (error) {
    passedOver.add(id);
    log.error("a record cannot be opened, and so not be found by its name", {
      patientId: id,
      ...trace(error),
    });
    return undefined;
  }
}
