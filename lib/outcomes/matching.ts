import { sql } from "drizzle-orm";
import { rowsOf, texts, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { memberIndex } from "@/lib/phi/blind-index";
import type { OutcomeKind } from "./types";
import type { OutcomeRow } from "./verdict";

/** Whose a row is: the record that carries the member number, and the one that counts for it since records were joined. */
export interface Owner {
  namedId: string;
  keptId: string;
}

/** A record joined into another leads to it; so many steps at most. */
const mostSteps = 20;

const keptFrom = sql`
    union all
    select chain.named_id, p.id, p.merged_into, chain.steps + 1
    from chain join patients p on p.id = chain.merged_into
    where chain.steps < ${mostSteps}::int`;

/** By member number, the patients of the program. Asks nothing about arms: who is held out is found like anybody. */
export async function ownersOf(
  ctx: Ctx,
  programId: string,
  memberNumbers: readonly string[],
): Promise<Map<string, Owner>> {
  const numberByIndex = new Map<string, string[]>();
  for (const number of new Set(memberNumbers)) {
    const index = memberIndex(number).toString("hex");
    numberByIndex.set(index, [...(numberByIndex.get(index) ?? []), number]);
  }
  const found = await rowsOf<{ index: string; named_id: string; kept_id: string }>(
    ctx.db,
    sql`
    with recursive chain as (
      select id as named_id, id, merged_into, 0 as steps from patients
      where member_index = any (array(select decode(index, 'hex') from unnest(${texts([...numberByIndex.keys()])}) index))
      ${keptFrom}
    )
    select encode(named.member_index, 'hex') as index, named_id, chain.id as kept_id
    from chain join patients named on named.id = named_id
    where chain.merged_into is null and exists (
      select 1 from program_patients
      where program_id = ${programId}::uuid and patient_id in (named_id, chain.id))`,
  );
  return new Map(
    found.flatMap(({ index, named_id, kept_id }) =>
      (numberByIndex.get(index) ?? []).map(
        (number) => [number, { namedId: named_id, keptId: kept_id }] as const,
      ),
    ),
  );
}

/** By record, the one that counts for it now. */
export async function keptOf(ctx: Ctx, namedIds: readonly string[]): Promise<Map<string, string>> {
  const found = await rowsOf<{ named_id: string; id: string }>(
    ctx.db,
    sql`
    with recursive chain as (
      select id as named_id, id, merged_into, 0 as steps from patients where id = any (${uuids(namedIds)})
      ${keptFrom}
    )
    select named_id, id from chain where merged_into is null`,
  );
  return new Map(found.map(({ named_id, id }) => [named_id, id]));
}

export interface Claimed extends Owner {
  row: OutcomeRow;
}

/** Of these, the places of those that are recorded already: for that patient, day and source or channel. */
export async function recordedAmong(
  ctx: Ctx,
  { programId, kind }: { programId: string; kind: OutcomeKind },
  claimed: readonly Claimed[],
): Promise<Set<number>> {
  if (claimed.length === 0) return new Set();
  const [table, column] = kind === "touches" ? ["touches", "channel"] : ["actions", "source"];
  // Also under the record that was joined: what was told of it before is not news.
  const found = await rowsOf<{ place: number }>(
    ctx.db,
    sql`
    select (place - 1)::int as place
    from unnest(${uuids(claimed.map((one) => one.namedId))}, ${uuids(claimed.map((one) => one.keptId))},
      ${texts(claimed.map(({ row }) => row.day))}::date[],
      ${texts(claimed.map(({ row }) => row.channel ?? kind))})
      with ordinality as said (named_id, kept_id, day, word, place)
    where exists (
      select 1 from ${sql.identifier(table)} t
      where t.program_id = ${programId}::uuid and t.patient_id in (named_id, kept_id)
        and t.occurred_on = said.day and t.${sql.identifier(column)} = said.word)`,
  );
  return new Set(found.map(({ place }) => place));
}
