import { asc, isNull, sql } from "drizzle-orm";
import { texts, uuids } from "@/db/client";
import { patients } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { birthIndex } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { open } from "@/lib/phi/seal";

const batch = 500;

/** A record from before there was a search: nobody finds it by its name yet. */
export const isNotIndexed = isNull(patients.birthIndex);

/** Makes a batch of records findable by name and birth date; how many. */
export async function indexPatients(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: patients.id, name: patients.name, birthDate: patients.birthDate })
      .from(patients)
      .where(isNotIndexed)
      .orderBy(asc(patients.id))
      .limit(batch)
      .for("no key update", { skipLocked: true });
    if (rows.length === 0) return 0;
    const names = rows.map(({ id, name }) => `{${nameIndexOf(open("patients.name", id, name)).join(",")}}`);
    const births = rows.map(({ id, birthDate }) =>
      birthIndex(open("patients.birth_date", id, birthDate)).toString("hex"),
    );
    await tx.db.execute(
      sql`update patients set name_index = made.name_index::bigint[], birth_index = decode(made.birth_index, 'hex')
          from unnest(${uuids(rows.map(({ id }) => id))}, ${texts(names)}, ${texts(births)})
            made(id, name_index, birth_index)
          where patients.id = made.id`,
    );
    return rows.length;
  });
}
