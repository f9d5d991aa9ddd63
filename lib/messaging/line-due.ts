import { sql } from "drizzle-orm";
import { at, rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { carrierIsSimulated } from "@/lib/env";
import { log, trace } from "@/lib/log";
import { isFictional } from "@/lib/patients/phone-number";
import { open } from "@/lib/phi/seal";

// Phones whose line is to be looked up: `line_due_at` has come. A claim pushes it on, so that a worker that dies
// with it costs one more lookup and nothing else.

export interface DueLine {
  id: string;
  e164: string;
}

/** How long what a lookup said holds: it tells a vendor the number, so it is asked seldom. */
export const halfYear = 180 * 86_400_000;
const day = 86_400_000;
const claimMilliseconds = 10 * 60_000;

/** The row of `pace` that all workers draw on. */
export const linePaceKey = "lines";
// The carrier's 30 requests a second are the texts': of these, at most this many in any second, saved-up ones included.
const mostInASecond = 10;
const perSecond = mostInASecond / 2;
const bucket = mostInASecond - perSecond;

/** Whether there is anything to claim, without writing. */
export async function anyLineIsDue(ctx: Ctx): Promise<boolean> {
  const due = await rowsOf(ctx.db, sql`select 1 from phones where line_due_at <= ${at(ctx.now)} limit 1`);
  return due.length > 0;
}

/** Claims up to `most` phones, as the rate allows. Skips those that a text is being started on. */
export async function claimDueLines(tx: Ctx, most: number): Promise<DueLine[]> {
  const [allowed] = await rowsOf<{ now: number }>(
    tx.db,
    sql`insert into pace as p (key, per_second, tokens, refilled_at)
        values (${linePaceKey}, ${perSecond}, ${bucket}, clock_timestamp())
        on conflict (key) do update
        set tokens = least(${bucket}::float8, p.tokens + ${perSecond}::float8 * extract(epoch from clock_timestamp() - p.refilled_at)),
            refilled_at = clock_timestamp()
        returning floor(tokens)::int as now`,
  );
  const limit = Math.min(most, allowed?.now ?? 0);
  if (limit <= 0) return [];
  const rows = await rowsOf<{ id: string; number: Buffer; open: boolean }>(
    tx.db,
    sql`with due as (
          select id from phones where line_due_at <= ${at(tx.now)}
          order by line_due_at limit ${limit} for no key update skip locked)
        update phones p set line_due_at = ${at(new Date(tx.now.getTime() + claimMilliseconds))}
        from due where p.id = due.id
        returning p.id, p.number, p.stopped_at is null
          and (p.not_textable is null or p.not_textable is not distinct from p.line_type) as open`,
  );
  const lines = rows.flatMap(openLine);
  // What is stopped or closed by another source stays so whatever a lookup says; a demonstration's numbers are nobody's.
  const asked = lines.filter((line) => line.open && (carrierIsSimulated() || !isFictional(line.e164)));
  await putOff(
    tx,
    lines.filter((line) => !asked.includes(line)),
  );
  await tx.db.execute(sql`update pace set tokens = tokens - ${asked.length} where key = ${linePaceKey}`);
  return asked.map(({ id, e164 }) => ({ id, e164 }));
}

async function putOff(tx: Ctx, lines: { id: string }[]): Promise<void> {
  if (lines.length === 0) return;
  const due = new Date(tx.now.getTime() + halfYear);
  await tx.db.execute(
    sql`update phones set line_due_at = ${at(due)} where id = any (${uuids(lines.map(({ id }) => id))})`,
  );
}

/** One that cannot be opened (a key is missing) is tried again when its claim runs out. */
function openLine(row: { id: string; number: Buffer; open: boolean }): (DueLine & { open: boolean })[] {
  try {
    return [{ id: row.id, e164: open("phones.number", row.id, row.number), open: row.open }];
  } catch (error) {
    log.error("a phone whose line is due cannot be opened", trace(error));
    return [];
  }
}

const pageSize = 2_000;
const firstId = "00000000-0000-0000-0000-000000000000";
let walkedTo = firstId;
let nextWalk = 0;

/**
 * Makes phones due that were there before lines were checked: no index finds them, so the table is walked in the
 * order of its key, a page at a time; 1,000,000 phones are 500 pages of about 20 ms each, once a day and worker.
 */
export async function queueUnchecked(ctx: Ctx): Promise<boolean> {
  if (ctx.now.getTime() < nextWalk) return false;
  const [page] = await rowsOf<{ last: string }>(
    ctx.db,
    sql`with page as materialized (select id from phones where id > ${walkedTo}::uuid order by id limit ${pageSize}),
        unchecked as (
          select p.id from phones p join page using (id)
          where p.line_due_at is null and p.line_checked_at is null and p.not_textable is null
          for no key update of p skip locked),
        queued as (update phones p set line_due_at = ${at(ctx.now)} from unchecked u where p.id = u.id)
        select id as last from page order by id desc limit 1`,
  );
  walkedTo = page?.last ?? firstId;
  if (!page) nextWalk = ctx.now.getTime() + day;
  return page !== undefined;
}
