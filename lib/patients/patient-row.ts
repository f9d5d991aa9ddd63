import { getTableColumns, sql } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { birthIndex, rowDigest } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
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
export function digestOf(row: NormalisedRow): Buffer {
  const { memberNumber, name, birthDate, language, zip3 } = row;
  const said = [
    ...[row.zip, row.state, row.timeZone],
    ...[row.address, row.plan, row.tags?.join(" "), row.dueDate, row.childBirthDate, row.status],
  ].map((value) => value || null);
  while (said.length > 0 && said.at(-1) === null) said.pop();
  const home = said.length > 0 && said.length < 3 ? [...said, null, null].slice(0, 3) : said;
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
    address: row.address ? seal("patients.address", id, row.address) : null,
    dueDate: row.dueDate ? seal("patients.due_date", id, row.dueDate) : null,
    childBirthDate: row.childBirthDate ? seal("patients.child_birth_date", id, row.childBirthDate) : null,
    ...{ plan: row.plan ?? null, tags: [...(row.tags ?? [])] },
    ...{ status: row.status ?? "active", statusAt: row.status ? tx.now : null },
    ...{ nameIndex: nameIndexOf(row.name), birthIndex: birthIndex(row.birthDate) },
    rowDigest: digest,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
}

// What a person decided about somebody, a hold above all, no file undoes.
const fileMaySay = sql`excluded.status_at is not null and ${patients.statusBy} is null`;

// A roster without an address takes none back: without it the hours would rest on the area code alone.
const replaced = {
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
  address: sql`coalesce(excluded.address, ${patients.address})`,
  dueDate: sql`coalesce(excluded.due_date, ${patients.dueDate})`,
  childBirthDate: sql`coalesce(excluded.child_birth_date, ${patients.childBirthDate})`,
  plan: sql`coalesce(excluded.plan, ${patients.plan})`,
  tags: sql`case when excluded.tags = '{}' then ${patients.tags} else excluded.tags end`,
  status: sql`case when ${fileMaySay} then excluded.status else ${patients.status} end`,
  statusAt: sql`case when ${fileMaySay} then excluded.status_at else ${patients.statusAt} end`,
  nameIndex: sql`excluded.name_index`,
  birthIndex: sql`excluded.birth_index`,
  rowDigest: sql`excluded.row_digest`,
  updatedAt: sql`excluded.updated_at`,
};

/** What comes after "do update set" when a row of this file takes the place of the stored one. */
export const replaceAll = sql.join(
  Object.entries(replaced).map(
    ([key, value]) =>
      sql`${sql.identifier(getTableColumns(patients)[key as keyof typeof replaced].name)} = ${value}`,
  ),
  sql`, `,
);
