import { and, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { myPrograms } from "./queue-programs";
import { inFilter, isFree, isPatients, queueViews } from "./queue-views";
import type { InboxCounts, InboxFilter, InboxView } from "./types";

/** More are said to be "999+". */
const mostCounted = 1_000;
/** With a filter each one is asked whether it passes; where more than these stand in a view, no number is said. */
const mostAsked = 5_000;

/** How many stand in each view that says so, exact up to 1,000; null where the filter makes that too dear. */
export async function countsOf(ctx: Ctx, filter: InboxFilter): Promise<InboxCounts> {
  const passes = inFilter(ctx, filter);
  const [row] = await rowsOf<{
    waiting: number;
    unclaimed: number;
    unknown: number;
    mine: number;
    review: number;
    snoozed: number;
    answered: number;
    asked: number;
  }>(
    ctx.db,
    sql`${myPrograms(ctx, filter)},
        queue as (
          select known, free from mine
          cross join lateral (
            select ${isPatients(ctx)} as known, ${isFree} as free from ${threads}
            where ${threads.programId} = mine.program_id and ${and(queueViews.waiting.where(ctx), passes)}
            limit ${mostAsked}) of_program),
        answered as (${passing(ctx, "answered", passes)})
        select count(*) filter (where known)::int as waiting,
          count(*) filter (where known and free)::int as unclaimed,
          count(*) filter (where not known)::int as unknown,
          (${few(ctx, "mine", passes)}) as mine,
          (${few(ctx, "review", passes)}) as review,
          (${few(ctx, "snoozed", passes)}) as snoozed,
          (select count(*) filter (where passes)::int from answered) as answered,
          (select count(*)::int from answered) as asked
        from queue`,
  );
  if (!row) return { waiting: 0, mine: 0, unclaimed: 0, review: 0, answered: 0, snoozed: 0, unknown: 0 };
  const { asked, ...counts } = row;
  const cut = passes !== undefined && asked >= mostAsked && counts.answered < mostCounted;
  return { ...counts, answered: cut ? null : counts.answered };
}

function passing(ctx: Ctx, view: InboxView, passes: SQL | undefined): SQL {
  const most = passes ? mostAsked : mostCounted;
  return sql`select passes from mine
      cross join lateral (
        select ${passes ?? sql`true`} as passes from ${threads}
        where ${threads.programId} = mine.program_id and ${queueViews[view].where(ctx)}
        limit ${most}) of_program
      limit ${most}`;
}

const few = (ctx: Ctx, view: InboxView, passes: SQL | undefined): SQL =>
  sql`select count(*)::int from (
      select 1 from ${threads}
      where ${threads.programId} in (select program_id from mine) and ${and(queueViews[view].where(ctx), passes)}
      limit ${mostCounted}) one`;
