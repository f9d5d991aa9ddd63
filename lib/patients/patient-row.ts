import { sql } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { rowDigest } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import type { NormalisedRow } from "./types";

/** A roster row with what finds its person and what says whether it is news. */
export interface Person {
  index: Buffer;
  digest: Buffer;
  row: NormalisedRow;
}

// Phone and consent have their own rows, which say by themselves whether they are news. A row that says no more than
// the first digits of a ZIP keeps the digest that it has always had.
export function digestOf({
  memberNumber,
  name,
  birthDate,
  language,
  zip3,
  zip,
  state,
  timeZone,
}: NormalisedRow): Buffer {
  const home = zip || state || timeZone ? [zip, state, timeZone].map((said) => said ?? null) : [];
  return rowDigest(JSON.stringify([memberNumber, name, birthDate, language, zip3, ...home]));
}

/** The row of `patients` that a roster row becomes. */
export function columnsOf(tx: Ctx, id: string, { row, index, digest }: Person): typeof patients.$inferInsert {
  return {
    id,
    memberNumber: seal("patients.member_number", id, row.memberNumber),
    memberIndex: index,
    name: seal("patients.name", id, row.name),
    birthDate: seal("patients.birth_date", id, row.birthDate),
    ...{ birthYear: Number(row.birthDate.slice(0, 4)), birthMonth: Number(row.birthDate.slice(5, 7)) },
    language: row.language,
    zip: row.zip ? seal("patients.zip", id, row.zip) : null,
    ...{ zip3: row.zip3, state: row.state ?? null, timeZone: row.timeZone ?? null },
    rowDigest: digest,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
}

// A roster without an address takes none back: without it the hours would rest on the area code alone.
export const replaced = {
  memberNumber: sql`excluded.member_number`,
  name: sql`excluded.name`,
  birthDate: sql`excluded.birth_date`,
  birthYear: sql`excluded.birth_year`,
  birthMonth: sql`excluded.birth_month`,
  language: sql`excluded.language`,
  zip: sql`case when excluded.zip3 is null then ${patients.zip} else excluded.zip end`,
  zip3: sql`coalesce(excluded.zip3, ${patients.zip3})`,
  state: sql`coalesce(excluded.state, ${patients.state})`,
  timeZone: sql`coalesce(excluded.time_zone, ${patients.timeZone})`,
  rowDigest: sql`excluded.row_digest`,
  updatedAt: sql`excluded.updated_at`,
};
