import { inArray, type SQL, sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { campaigns } from "@/db/schema";
import { type Ctx, inTransaction, nowIn } from "@/lib/context";
import { follow } from "@/lib/feed/cursor";
import { record } from "@/lib/feed/record";
import type { FeedRow } from "@/lib/feed/types";

const consumer = "campaigns";

/** Carries what became of texts into `enrollment_steps`. Returns how many feed rows it went through. */
export async function followTexts(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, (tx) =>
    follow(tx, consumer, async (rows) => {
      const changed = [
        ...(await applyStates(tx, rowsOfKind(rows, "message.changed"))),
        ...(await applyReplies(tx, rowsOfKind(rows, "inbound.filed"))),
        ...(await applyStops(tx, rowsOfKind(rows, "stop.changed"))),
      ];
      await announce(tx, [...new Set(changed)]);
    }),
  );
}

const rowsOfKind = (rows: FeedRow[], kind: FeedRow["kind"]) => rows.filter((row) => row.kind === kind);
const idsOf = (ids: (string | null | undefined)[]) => [
  ...new Set(ids.filter((id) => typeof id === "string")),
];

/** Everything follows from the message as it stands now, so that a row seen twice changes nothing. */
async function applyStates(tx: Ctx, rows: FeedRow[]): Promise<string[]> {
  const ids = idsOf(rows.map((row) => row.messageId));
  if (ids.length === 0) return [];
  return update(
    tx,
    sql`with fate as (
          select s.message_id,
            case when m.state in ('delivered', 'undeliverable') then coalesce(m.submitted_at, m.final_at)
              else m.submitted_at end as sent_at,
            case when m.state = 'delivered' then m.final_at end as delivered_at,
            case when m.state in ('undeliverable', 'rejected', 'suppressed', 'cancelled')
              then coalesce(m.final_at, s.failed_at, ${nowIn(tx)}) end as failed_at,
            case when m.state = 'unknown' then 'unknown'
              when m.state in ('undeliverable', 'rejected', 'suppressed', 'cancelled')
              then coalesce(m.reason, m.state) end as failure
          from enrollment_steps s
          join messages m on m.thread_id = s.thread_id and m.id = s.message_id
          where s.message_id = any (${uuids(ids)}))
        update enrollment_steps s
        set sent_at = f.sent_at, delivered_at = f.delivered_at, failed_at = f.failed_at, failure = f.failure
        from fate f
        where s.message_id = f.message_id
          and (s.sent_at, s.delivered_at, s.failed_at, s.failure)
            is distinct from (f.sent_at, f.delivered_at, f.failed_at, f.failure)
        returning s.campaign_id`,
  );
}

// A reply may be filed before our own "submitted" has committed, so "on its way" counts as having left.
const hasLeft = sql`m.state in ('sending', 'submitted', 'unknown', 'delivered', 'undeliverable')`;

/** A reply answers the newest text that was there before it, once. A STOP counts as a stop alone. */
async function applyReplies(tx: Ctx, rows: FeedRow[]): Promise<string[]> {
  const replies = rows.filter((row) => row.threadId && row.messageId);
  if (replies.length === 0) return [];
  return update(
    tx,
    sql`with answered as (
          select distinct on (step.message_id) step.message_id, reply.created_at
          from unnest(${uuids(replies.map((row) => row.threadId ?? ""))},
            ${uuids(replies.map((row) => row.messageId ?? ""))}) filed (thread_id, message_id)
          join messages reply on reply.thread_id = filed.thread_id and reply.id = filed.message_id
          join threads t on t.id = filed.thread_id
          cross join lateral (
            select s.message_id from enrollment_steps s
            join messages m on m.thread_id = s.thread_id and m.id = s.message_id
            where s.thread_id = filed.thread_id and s.message_id < filed.message_id and ${hasLeft}
            order by s.message_id desc limit 1) step
          where not exists (
            select 1 from stops where stops.phone_id = t.phone_id and stops.message_id = reply.id)
          order by step.message_id, reply.id)
        update enrollment_steps s set replied_at = a.created_at
        from answered a
        where s.message_id = a.message_id and s.replied_at is null
        returning s.campaign_id`,
  );
}

/** A stop holds for the number, but it answers one text: the newest of the thread in which it came. */
async function applyStops(tx: Ctx, rows: FeedRow[]): Promise<string[]> {
  const threadIds = idsOf(rows.map((row) => row.threadId));
  if (threadIds.length === 0) return [];
  return update(
    tx,
    sql`with stopped as (
          select distinct st.phone_id, st.message_id, st.stopped_at
          from threads t join stops st on st.phone_id = t.phone_id and st.undone_at is null
          where t.id = any (${uuids(threadIds)})),
        caused as (
          select step.message_id, stopped.stopped_at
          from stopped cross join lateral (
            select s.message_id from threads t
            join enrollment_steps s on s.thread_id = t.id
            join messages m on m.thread_id = s.thread_id and m.id = s.message_id
            where t.phone_id = stopped.phone_id and ${hasLeft}
              and (stopped.message_id is null or (s.message_id <= stopped.message_id and exists (
                select 1 from messages word where word.thread_id = t.id and word.id = stopped.message_id)))
            order by s.message_id desc limit 1) step)
        update enrollment_steps s set stopped_at = c.stopped_at
        from caused c
        where s.message_id = c.message_id and s.stopped_at is null
        returning s.campaign_id`,
  );
}

async function update(tx: Ctx, statement: SQL): Promise<string[]> {
  const rows = await rowsOf<{ campaign_id: string }>(tx.db, statement);
  return rows.map((row) => row.campaign_id);
}

async function announce(tx: Ctx, campaignIds: string[]): Promise<void> {
  if (campaignIds.length === 0) return;
  const changed = await tx.db
    .select({ campaignId: campaigns.id, programId: campaigns.programId })
    .from(campaigns)
    .where(inArray(campaigns.id, campaignIds))
    .limit(campaignIds.length);
  await record(tx, ...changed.map((campaign) => ({ kind: "campaign.changed" as const, ...campaign })));
}
