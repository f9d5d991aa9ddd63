import { and, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { myPrograms } from "./queue-programs";
import { inFilter, isFree, isPatients, queueViews } from "./queue-views";
import type { InboxCounts, InboxFilter, InboxView } from "./types";

/** More are said to be "999+". */
const mostCounted = 1_000;
/** Of each program. So many would wait for a person only where nobody answers any more. */
const mostWaiting = 10_000;
/** With a filter each one is asked whether it passes; where more than these stand in a view, no number is said. */
const mostAsked = 2_000;

/** How many stand in each view that says so, exact up to 1,000; null where the filter makes that too dear. */
export async function countsOf(ctx: Ctx, filter: InboxFilter): Promise<InboxCounts> {
  const passes = inFilter(filter);
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
            select ${passes ?? isPatients} as known, ${isFree} as free from ${threads}
            where ${threads.programId} = mine.program_id and ${queueViews.waiting.where(ctx)}
            order by ${threads.priority}, ${threads.waitingSince} limit ${mostWaiting}) of_program),
        answered as (${answered(ctx, passes)})
        select count(*) filter (where known)::int as waiting,
          count(*) filter (where known and free)::int as unclaimed,
          count(*) filter (where ${passes ? sql`false` : sql`not known`})::int as unknown,
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

// In the order of its index: without one the planner may read the table from end to end.
function answered(ctx: Ctx, passes: SQL | undefined): SQL {
  const most = passes ? mostAsked : mostCounted;
  return sql`select ${passes ?? sql`true`} as passes from (
      select of_program.phone_id from mine
      cross join lateral (
        select ${threads.phoneId} from ${threads}
        where ${threads.programId} = mine.program_id and ${queueViews.answered.where(ctx)}
        order by ${threads.lastMessageAt} limit ${most}) of_program
      limit ${most}) threads`;
}

const few = (ctx: Ctx, view: InboxView, passes: SQL | undefined): SQL =>
  sql`select count(*)::int from (
      select 1 from ${threads}
      where ${threads.programId} in (select program_id from mine) and ${and(queueViews[view].where(ctx), passes)}
      limit ${mostCounted}) one`;
