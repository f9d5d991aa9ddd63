import { sql } from "drizzle-orm";
import { digests, integers, rowsOf, texts } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { birthIndex } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import type { RosterRef } from "./failing";
import type { Effect } from "./types";
import type { JudgedRow } from "./verdict";

type Line = JudgedRow & { line: number; effect: Effect | null; memberIndex: Buffer | null };

// As on a patient's page: a birth date that stands for "unknown" must not have everybody compared with everybody.
const mostCompared = 200;

/**
 * Notes at each row that would bring somebody new that this program has a patient of that name and birth date under
 * another member number. Asked for all rows at once and by blind indexes alone: of a word they know the first eight
 * letters. Whoever may see the roster may see that program's patients; others are not looked at.
 */
export async function withNamesOnFile<Each extends Line>(
  ctx: Ctx,
  { programId }: RosterRef,
  lines: readonly Each[],
): Promise<Each[]> {
  const isNew = ({ effect }: Line) => effect === "new";
  // A program's first file is its longest, and there is nobody to compare its people with.
  if (!lines.some(isNew) || !(await hasPatients(ctx, programId))) return [...lines];
  const newcomers = lines
    .filter(isNew)
    .flatMap(({ line, memberIndex: index, content: { row } }) =>
      row && index ? [{ line, row, index, born: birthIndex(row.birthDate) }] : [],
    );
  // The index of a name is a dozen HMACs: made only for whom somebody on file was born with on one day.
  const asked = await bornWithSomebody(ctx, newcomers);
  if (asked.length === 0) return [...lines];
  const found = await rowsOf<{ line: number }>(
    ctx.db,
    sql`
    select said.line
    from unnest(${integers(asked.map(({ line }) => line))},
      ${digests(asked.map(({ index }) => index))},
      ${digests(asked.map(({ born }) => born))},
      ${texts(asked.map(({ row }) => `{${nameIndexOf(row.name).join(",")}}`))})
      said(line, member_index, birth_index, names)
    cross join lateral (select said.names::bigint[] as name_index) wanted
    where exists (
      select 1 from (
        select id, member_index, merged_into, name_index from patients
        where birth_index = said.birth_index limit ${mostCompared}) born
      where born.member_index <> said.member_index and born.merged_into is null
        and cardinality(born.name_index) = cardinality(wanted.name_index)
        and born.name_index @> wanted.name_index
        and exists (select 1 from program_patients m
          where m.program_id = ${programId} and m.patient_id = born.id))`,
  );
  const noted = new Set(found.map(({ line }) => line));
  return lines.map((each) =>
    noted.has(each.line) ? { ...each, reasons: [...each.reasons, "name_on_file" as const] } : each,
  );
}

async function hasPatients(ctx: Ctx, programId: string): Promise<boolean> {
  const [found] = await rowsOf<{ any: boolean }>(
    ctx.db,
    sql`select exists (select 1 from program_patients where program_id = ${programId}) as any`,
  );
  return found?.any ?? false;
}

async function bornWithSomebody<Newcomer extends { born: Buffer }>(
  ctx: Ctx,
  newcomers: readonly Newcomer[],
): Promise<Newcomer[]> {
  const days = new Map(newcomers.map(({ born }) => [born.toString("hex"), born]));
  if (days.size === 0) return [];
  const found = await rowsOf<{ born: Buffer }>(
    ctx.db,
    sql`select born from unnest(${digests([...days.values()])}) said(born)
        where exists (select 1 from patients where birth_index = said.born)`,
  );
  const known = new Set(found.map(({ born }) => born.toString("hex")));
  return newcomers.filter(({ born }) => known.has(born.toString("hex")));
}
