import { sql } from "drizzle-orm";
import { at, rowsOf, texts, uuids } from "@/db/client";
import { type Ctx, inTransaction } from "@/lib/context";
import { carrierSettings } from "@/lib/env";
import { log } from "@/lib/log";
import { endLineChecks, linesAreChecked } from "./line-checks";
import { anyLineIsDue, claimDueLines, halfYear, queueUnchecked } from "./line-due";
import { type Insights, type LineAnswer, lookupsAtOnce, vonageInsights } from "./vonage/insights";

const minute = 60_000;
const day = 24 * 60 * minute;
const shortestRest = 2_000;

let insights: Insights | undefined;
// Of this process: another one finds out by a single call of its own.
let failedInARow = 0;
let restsUntil = 0;

interface LookedUp {
  id: string;
  answer: LineAnswer;
}

/**
 * Looks up a few lines that are due; how much there was to do. Sending knows nothing of it: while nobody answers, a
 * number is as textable as before. Nothing leaves unless an admin switched it on and a carrier is configured.
 */
export async function checkLines(ctx: Ctx): Promise<number> {
  const settings = carrierSettings();
  if (!settings || ctx.now.getTime() < restsUntil || !(await linesAreChecked(ctx))) return 0;
  if (!(await anyLineIsDue(ctx))) return (await queueUnchecked(ctx)) ? 1 : 0;
  insights ??= vonageInsights(settings);
  const { lineTypeOf } = insights;
  // After a failure a single one is tried, until one gets through.
  const claimed = await inTransaction(ctx, (tx) => claimDueLines(tx, failedInARow > 0 ? 1 : lookupsAtOnce));
  const lookedUp = await Promise.all(
    claimed.map(async ({ id, e164 }): Promise<LookedUp> => ({ id, answer: await lineTypeOf(e164) })),
  );
  if (lookedUp.length === 0) return 0;
  await settleLines(ctx, lookedUp);
  restAfter(ctx, lookedUp);
  return lookedUp.length;
}

/** Writes down what the lookups of one claim came to. */
async function settleLines(ctx: Ctx, lookedUp: LookedUp[]): Promise<void> {
  const ids = lookedUp.map(({ id }) => id);
  const types = lookedUp.map(({ answer }) => (answer.kind === "known" ? answer.lineType : null));
  const due = lookedUp.map(({ answer }) => new Date(ctx.now.getTime() + waitAfter(answer)).toISOString());
  await inTransaction(ctx, async (tx) => {
    // In the order in which sending locks them.
    await rowsOf(
      tx.db,
      sql`select 1 from phones where id = any (${uuids(ids)}) order by id for no key update`,
    );
    // Where a line was closed by an earlier lookup, both columns say the same; what another source said stays.
    await tx.db.execute(
      sql`update phones p
          set line_due_at = a.due_at,
              line_checked_at = case when a.type is null then p.line_checked_at else ${at(tx.now)} end,
              line_type = case when a.type = 'unknown' then coalesce(p.line_type, a.type) else coalesce(a.type, p.line_type) end,
              not_textable = case
                when a.type in ('landline', 'toll_free', 'premium') and (p.not_textable is null or p.not_textable = p.line_type)
                  then a.type
                when a.type in ('mobile', 'virtual') and p.not_textable = p.line_type then null
                else p.not_textable end
          from unnest(${uuids(ids)}, ${texts(types)}, ${texts(due)}::timestamptz[]) as a(id, type, due_at)
          where p.id = a.id`,
    );
    const refusal = lookedUp.find(({ answer }) => answer.kind === "off")?.answer;
    if (refusal?.kind === "off") await endLineChecks(tx, refusal.code);
  });
}

/** After a fault any time within a day: those that met one outage must not all come back at once. */
function waitAfter(answer: LineAnswer): number {
  if (answer.kind === "known") return halfYear;
  return answer.kind === "off" ? 0 : minute + Math.random() * (day - minute);
}

/** Nobody got an answer: rests, longer each time, up to a day. */
function restAfter(ctx: Ctx, lookedUp: LookedUp[]): void {
  const failed = lookedUp.flatMap(({ answer }) => (answer.kind === "later" ? [answer.code] : []));
  if (failed.length < lookedUp.length) {
    failedInARow = 0;
    return;
  }
  failedInARow += 1;
  restsUntil = ctx.now.getTime() + Math.random() * Math.min(day, shortestRest * 2 ** failedInARow);
  log.warn("lines could not be looked up; they are asked again later", {
    count: failed.length,
    code: failed[0],
  });
}
