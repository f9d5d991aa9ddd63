import { type SQL, sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { birthIndex, memberIndex, phoneIndex } from "@/lib/phi/blind-index";
import { nameMatches, namePartsOf, wantedPrefixes } from "@/lib/phi/name-index";
import { open } from "@/lib/phi/seal";
import type { Wanted } from "./search-words";

/** How many people a search shows. */
export const mostHits = 50;
/** So many records with a name are asked whether they are members: more than that is one person in 200 of a million. */
const mostRecords = 5_000;
/** So many members are asked for their name: where it is that common, 50 of them have it. */
const mostMembers = 10_000;
/** Up to so many, members are asked first, and all of them. */
const fewMembers = 5_000;
/** The index knows 8 letters of a word: of a longer one, what it found is weeded once it is unsealed. */
const lettersIndexed = 8;
const mostWeeded = 500;

type Row = { id: string; kept: string | null; name: Buffer; within: boolean; last: boolean };

export interface Found {
  /** The patient, or the one that this record was joined with. */
  kept: string;
  /** Whether the words hold of a record that was joined with the patient's. */
  byJoined: boolean;
}

/** Who this holds of, in these programs. `more`: there are others, or may be. */
export async function findRows(
  ctx: Ctx,
  programIds: readonly string[],
  wanted: Wanted,
): Promise<{ found: Found[]; more: boolean }> {
  const { name } = wanted;
  const long = name !== null && namePartsOf(name).some((part) => [...part].length > lettersIndexed);
  const limit = long ? mostWeeded : mostHits + 1;
  const members = nothingBut(wanted) ? await countMembers(ctx, programIds) : null;
  if (members === null || members > fewMembers) {
    const rows = await rowsOf<Row>(ctx.db, recordsWithin(programIds, wanted, limit));
    const cutShort = rows.some((row) => row.last);
    // The programs of a house lie apart on the disk: so many strangers may stand before the first member.
    if (members === null || !cutShort || rows.length >= limit)
      return { found: rightOf(rows, name), more: cutShort || rows.length >= limit };
  }
  const rows = await rowsOf<Row>(ctx.db, membersNamed(programIds, wanted, limit));
  return { found: rightOf(rows, name), more: rows.length >= limit || (members ?? 0) > mostMembers };
}

/** Those within, their names asked again now that they are unsealed. */
function rightOf(rows: readonly Row[], name: string | null): Found[] {
  return rows
    .filter(
      ({ id, within, name: sealed }) =>
        within && (name === null || nameMatches(open("patients.name", id, sealed), name)),
    )
    .map(({ id, kept }) => ({ kept: kept ?? id, byJoined: kept !== null }));
}

const nothingBut = ({ birthDates, memberNumbers, e164 }: Wanted) =>
  e164 === null && birthDates.length + memberNumbers.length === 0;

/** Counted no further than it matters. */
async function countMembers(ctx: Ctx, programIds: readonly string[]): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    ctx.db,
    sql`select count(*)::int as n from (
          select 1 from program_patients where program_id = any(${uuids(programIds)})
          limit ${mostMembers + 1}) members`,
  );
  return row?.n ?? 0;
}

/**
 * The records that it holds of, by their indexes, each asked for its membership. The last one looked at comes back
 * whether it is within or not: then there may be more. "limit 1" keeps the planner from reading all members.
 */
function recordsWithin(programIds: readonly string[], wanted: Wanted, limit: number): SQL {
  return sql`
    select looked.id, looked.kept, looked.name, mine.within is not null as within,
      looked.n = ${mostRecords} as last
    from (
      select p.id, case when p.merged_into is not null then ${keptAtTheEnd} end as kept, p.name,
        row_number() over () as n
      from patients p where ${holdsOf(wanted)} limit ${mostRecords}
    ) looked
    left join lateral (
      select true as within from program_patients m
      where m.patient_id = coalesce(looked.kept, looked.id) and m.program_id = any(${uuids(programIds)})
      limit 1
    ) mine on true
    where mine.within or looked.n = ${mostRecords}
    limit ${limit}`;
}

/** The members whose name, or that of a record joined with theirs, it holds of. "offset 0" has each asked by its key. */
function membersNamed(programIds: readonly string[], wanted: Wanted, limit: number): SQL {
  return sql`
    select p.id, p.kept, p.name, true as within, false as last
    from (
      select distinct patient_id from (
        select patient_id from program_patients where program_id = any(${uuids(programIds)})
        limit ${mostMembers}) asked
    ) m
    cross join lateral (
      select id, null::uuid as kept, name, name_index from patients where id = m.patient_id and merged_into is null
      union all
      (select each.id, m.patient_id, each.name, each.name_index
      from patients first cross join lateral (${allBelow}) below join patients each on each.id = below.id
      where first.merged_into = m.patient_id)
      offset 0
    ) p
    where ${holdsOf(wanted)}
    limit ${limit}`;
}

/** The record that stands for `p`'s person now, however many joinings away. */
const keptAtTheEnd = sql`(
  with recursive chain as (
    select p.id, p.merged_into
    union select next.id, next.merged_into from patients next join chain on next.id = chain.merged_into)
  select id from chain where merged_into is null)`;

/** The ids of `first`, which was joined with another record, and of all that were joined with it before. */
const allBelow = sql`
  with recursive chain as (
    select first.id union select next.id from patients next join chain on next.merged_into = chain.id)
  select id from chain`;

function holdsOf({ name, birthDates, memberNumbers, e164 }: Wanted): SQL {
  const conditions = [
    ...(name === null ? [] : [sql`p.name_index @> ${`{${wantedPrefixes(name).join(",")}}`}::bigint[]`]),
    ...(birthDates.length > 0 ? [sql`p.birth_index in (${each(birthDates.map(birthIndex))})`] : []),
    ...(memberNumbers.length > 0 ? [sql`p.member_index in (${each(memberNumbers.map(memberIndex))})`] : []),
    ...(e164 === null ? [] : [sql`p.id in (${peopleOn(e164)})`]),
  ];
  return sql.join(conditions, sql` and `);
}

const each = (digests: Buffer[]): SQL =>
  sql.join(
    digests.map((digest) => sql`${digest}`),
    sql`, `,
  );

const peopleOn = (e164: string): SQL => sql`
  select link.patient_id from phones
  join patient_phones link on link.phone_id = phones.id and link.valid_until is null
  where phones.number_index = ${phoneIndex(e164)}`;
