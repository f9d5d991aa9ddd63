import { sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";

export interface WebhookSilence {
  /** When the carrier last called us; the first of these texts where it never did. */
  since: Date;
  /** Texts that it has accepted since; exact up to 1,000. */
  texts: number;
}

const fewestTexts = 5;
const shortestSeconds = 5 * 60;

/**
 * Texts go out but the carrier has fallen silent: it accepted at least five since its last webhook of any kind,
 * the oldest of them longer ago than five minutes and than ten times the median wait of the last 200 delivered
 * receipts. Then receipts, replies and STOPs may be missing, and the webhook's address is what to look at.
 */
export async function webhookSilence(ctx: Ctx): Promise<WebhookSilence | null> {
  const [row] = await rowsOf<{ last: string | null; oldest: string | null; texts: number }>(
    ctx.db,
    sql`with last as (select max(received_at) as heard_at from carrier_events),
        since as (
          select a.started_at from last, attempts a
          where a.started_at > coalesce(last.heard_at, '-infinity') and a.outcome = 'accepted'
          order by a.started_at limit 1000)
        select (select heard_at from last) as last, min(started_at) as oldest, count(*)::int as texts from since`,
  );
  if (!row?.oldest || row.texts < fewestTexts) return null;
  const oldest = new Date(row.oldest);
  const silentSeconds = (ctx.now.getTime() - oldest.getTime()) / 1_000;
  if (silentSeconds <= shortestSeconds || silentSeconds <= 10 * (await usualSeconds(ctx))) return null;
  return { since: row.last ? new Date(row.last) : oldest, texts: row.texts };
}

/** Asked only in doubt, and of the newest 2,000 events at most. */
async function usualSeconds(ctx: Ctx): Promise<number> {
  const [row] = await rowsOf<{ median: number | null }>(
    ctx.db,
    sql`with newest as (
          select carrier_id, kind, status, received_at from carrier_events
          where received_at <= ${at(ctx.now)} order by received_at desc limit 2000),
        delivered as (
          select extract(epoch from n.received_at - a.started_at)::float8 as seconds
          from newest n join attempts a on a.carrier_id = n.carrier_id
          where n.kind = 'status' and n.status = 'delivered'
          order by n.received_at desc limit 200)
        select percentile_cont(0.5) within group (order by seconds) as median from delivered`,
  );
  return row?.median ?? 0;
}

let silent: WebhookSilence | null = null;

/** Logs once when it begins and once when it ends. */
export async function watchWebhooks(ctx: Ctx): Promise<number> {
  const before = silent;
  silent = await webhookSilence(ctx);
  if (silent && !before)
    log.error("texts go out, but no webhook comes in: look at its address", { count: silent.texts });
  if (before && !silent) log.info("webhooks come in again");
  return 0;
}
