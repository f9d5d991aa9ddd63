import { and, eq, not, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { at, rowsOf } from "@/db/client";
import { threads } from "@/db/schema";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/ids";
import { myPrograms } from "./queue-programs";
import { inFilter, isPatients, type QueueView, queueViews } from "./queue-views";
import type { InboxFilter, InboxView } from "./types";

export const pageSize = 50;
/** Of a view that grows with the years, how many are looked through for those that a filter lets pass. */
const mostLooked = 1_000;

export interface Ordered {
  ids: string[];
  /** The key of the next page; null when there is none. */
  next: string | null;
}

/**
 * The threads of one page of a view in their order. Each program is read by the index that has this order, and only as
 * many rows as a page has are put together. With a filter, a page of a view that grows may end early and have a next.
 */
export async function orderedThreads(
  ctx: Ctx,
  view: InboxView,
  filter: InboxFilter,
  after?: string,
): Promise<Ordered> {
  const past = after && isId(after) ? await pastOf(ctx, view, after) : undefined;
  const passes = inFilter(filter);
  if (passes && queueViews[view].grows) return lookThrough(ctx, view, { filter, past, passes });
  const rows = await rowsOf<{ id: string }>(
    ctx.db,
    sql`${myPrograms(ctx, filter)} ${inOrder(ctx, view, { past, passes, most: pageSize + 1 })}`,
  );
  const ids = rows.slice(0, pageSize).map(({ id }) => id);
  return { ids, next: rows.length > pageSize ? (ids.at(-1) ?? null) : null };
}

async function lookThrough(
  ctx: Ctx,
  view: InboxView,
  { filter, past, passes }: { filter: InboxFilter; past: SQL | undefined; passes: SQL },
): Promise<Ordered> {
  const rows = await rowsOf<{ id: string; passes: boolean }>(
    ctx.db,
    sql`${myPrograms(ctx, filter)},
        looked as materialized (
          select id, row_number() over () as place from (${inOrder(ctx, view, { past, most: mostLooked })}) ordered),
        passing as (
          select looked.id, place from looked join ${threads} on ${threads.id} = looked.id
          where ${passes} order by place limit ${pageSize})
        select id, true as passes, place from passing
        union all
        (select id, false, place from looked order by place desc limit 1)
        order by place, passes`,
  );
  const ids = rows.filter((row) => row.passes).map(({ id }) => id);
  const last = rows.find((row) => !row.passes)?.id ?? null;
  // A full page goes on behind its last row; else behind the last one that was looked at, unless that was the end.
  if (ids.length === pageSize) return { ids, next: ids.at(-1) ?? null };
  const [more] = last ? await rowsBehind(ctx, view, filter, last) : [];
  return { ids, next: more ? last : null };
}

async function rowsBehind(ctx: Ctx, view: InboxView, filter: InboxFilter, last: string) {
  const past = await pastOf(ctx, view, last);
  return rowsOf<{ id: string }>(
    ctx.db,
    sql`${myPrograms(ctx, filter)} ${inOrder(ctx, view, { past, most: 1 })}`,
  );
}

/** `most` ids of the view in its order, of the programs in `mine`. */
function inOrder(
  ctx: Ctx,
  view: InboxView,
  { past, passes, most }: { past?: SQL | undefined; passes?: SQL | undefined; most: number },
): SQL {
  const { where, whose, order, newestFirst, read } = queueViews[view];
  const way = newestFirst ? sql`desc` : sql`asc`;
  const columns = [...order, threads.id];
  const fits = and(where(ctx), whoseOf(whose, passes), past);
  const sorted = (name: (column: PgColumn) => SQL) =>
    sql.join(
      columns.map((column) => sql`${name(column)} ${way}`),
      sql`, `,
    );
  const ofTable = sorted((column) => sql`${column}`);
  if (read === "all")
    return sql`select ${threads.id} as id from ${threads}
        where ${threads.programId} in (select program_id from mine) and ${fits} order by ${ofTable} limit ${most}`;
  return sql`select of_program.id from mine
      cross join lateral (
        select ${list(columns)} from ${threads}
        where ${threads.programId} = mine.program_id and ${fits} order by ${ofTable} limit ${most}
      ) of_program
      order by ${sorted((column) => sql`of_program.${sql.identifier(column.name)}`)} limit ${most}`;
}

/** Only patients pass a filter, so with one nobody has to ask whether it is a patient. */
function whoseOf(whose: QueueView["whose"], passes: SQL | undefined): SQL | undefined {
  if (whose === "strangers") return passes ? sql`false` : not(isPatients);
  return passes ?? (whose && isPatients);
}

/** Past the last row of the page before; from the top when that one has left the view meanwhile. */
async function pastOf(ctx: Ctx, view: InboxView, after: string): Promise<SQL | undefined> {
  const { order, newestFirst } = queueViews[view];
  const [last] = await ctx.db
    .select(Object.fromEntries(order.map((column) => [column.name, column])))
    .from(threads)
    .where(and(eq(threads.id, after), inReach(ctx, threads.programId)))
    .limit(1);
  const key = order.map((column): unknown => last?.[column.name]);
  if (key.some((value) => value === null || value === undefined)) return undefined;
  const values = key.map((value) => (value instanceof Date ? at(value) : sql`${value}`));
  return sql`(${list([...order, threads.id])}) ${newestFirst ? sql`<` : sql`>`} (${sql.join([...values, sql`${after}::uuid`], sql`, `)})`;
}

const list = (columns: readonly PgColumn[]): SQL =>
  sql.join(
    columns.map((column) => sql`${column}`),
    sql`, `,
  );
