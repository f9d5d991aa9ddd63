import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { at, rowsOf } from "@/db/client";
import { programMembers, threads } from "@/db/schema";
import { inReach } from "@/lib/access/reach";
import { type Ctx, userIdOf } from "@/lib/context";
import { isId } from "@/lib/ids";
import { inFilter, queueViews } from "./queue-views";
import type { InboxFilter, InboxView } from "./types";

export const pageSize = 50;
const mostCounted = 1_000;

/**
 * The threads of one page of a view in their order, one more than it shows. Each program is asked for by itself, by the
 * index that has this order, and only as many as a page has are put together.
 */
export async function orderedThreads(
  ctx: Ctx,
  view: InboxView,
  filter: InboxFilter,
  after?: string,
): Promise<string[]> {
  const { where, order, newestFirst } = queueViews[view];
  const past = after && isId(after) ? await pastOf(ctx, view, after) : undefined;
  const way = newestFirst ? sql`desc` : sql`asc`;
  const columns = [...order, threads.id];
  const rows = await rowsOf<{ id: string }>(
    ctx.db,
    sql`select of_program.id from (${programsOf(ctx, filter)}) mine
        cross join lateral (
          select ${list(columns)} from ${threads}
          where ${and(sql`${threads.programId} = mine.program_id`, where(ctx), inFilter(ctx, filter), past)}
          order by ${sql.join(
            columns.map((column) => sql`${column} ${way}`),
            sql`, `,
          )}
          limit ${pageSize + 1}
        ) of_program
        order by ${sql.join(
          columns.map((column) => sql`of_program.${sql.identifier(column.name)} ${way}`),
          sql`, `,
        )}
        limit ${pageSize + 1}`,
  );
  return rows.map(({ id }) => id);
}

/** How many stand in each view, exact up to 1,000; of these views in one question. */
export async function countsOf<View extends InboxView>(
  ctx: Ctx,
  views: readonly View[],
  filter: InboxFilter,
): Promise<Record<View, number>> {
  const counts = views.map(
    (view) => sql`(select count(*)::int from (
        select 1 from (${programsOf(ctx, filter)}) mine
        cross join lateral (
          select 1 from ${threads}
          where ${and(sql`${threads.programId} = mine.program_id`, queueViews[view].where(ctx), inFilter(ctx, filter))}
          limit ${mostCounted}) one
        limit ${mostCounted}) counted) as ${sql.identifier(view)}`,
  );
  const [row] = await rowsOf<Record<View, number>>(ctx.db, sql`select ${sql.join(counts, sql`, `)}`);
  return row ?? (Object.fromEntries(views.map((view) => [view, 0])) as Record<View, number>);
}

/** The caller's programs, or the one of them that the filter names. */
const programsOf = (ctx: Ctx, { programId }: InboxFilter): SQL =>
  sql`select ${programMembers.programId} from ${programMembers} where ${and(
    eq(programMembers.userId, userIdOf(ctx) ?? ""),
    programId ? eq(programMembers.programId, programId) : undefined,
  )}`;

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
