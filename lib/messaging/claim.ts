import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { at, rowsOf, uuids } from "@/db/client";
import { messages, outbox } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { carrierIsSimulated } from "@/lib/env";
import { isFictional } from "@/lib/patients/phone-number";
import { open } from "@/lib/phi/seal";
import { type StartedAttempt, startAttempts } from "./attempt";
import { gate, isHeldByStop } from "./gate";
import { advance } from "./message-state";
import { lockPace, takePace } from "./pace";
import type { Purpose } from "./types";

export interface ClaimedText extends StartedAttempt {
  to: string;
  text: string;
}

/** No more than get a socket at once: an attempt that waits for one would outlive its check for STOP. */
const socketsAtOnce = 30;

/** Senders with texts that are due. */
export async function sendersWithDueTexts(ctx: Ctx): Promise<{ id: string; number: string }[]> {
  return rowsOf<{ id: string; number: string }>(
    ctx.db,
    sql`select id, number from senders s
        where exists (select 1 from outbox o where o.sender_id = s.id and not o.sending and o.due_at <= ${at(ctx.now)})
        order by id limit 1000`,
  );
}

/** Claims what the sender may send now, asks the gate about each text, and starts those that may go. */
export async function claimTexts(
  tx: Ctx,
  senderId: string,
): Promise<{ claimed: ClaimedText[]; looked: number }> {
  const budget = await lockPace(tx, senderId);
  const most = Math.min(budget.requests, socketsAtOnce);
  const replies = await lockDue(tx, senderId, "reply", Math.min(most, budget.segments));
  const left = Math.min(most - replies.length, budget.bulkSegments - sumSegments(replies));
  const bulk = await lockDue(tx, senderId, "bulk", left);
  // Claimed by count first; a long text that would overdraw the rate waits for its turn.
  const rows = [...replies, ...withinBudget(bulk, budget.bulkSegments - sumSegments(replies))];
  if (rows.length === 0) return { claimed: [], looked: 0 };

  const facts = await factsOf(
    tx,
    rows.map((r) => r.messageId),
  );
  const going: { messageId: string; heldByStop: boolean }[] = [];
  for (const row of rows) {
    const fact = facts.get(row.messageId);
    if (!fact) continue;
    const verdict = gate(
      { ...fact, purpose: row.purpose as Purpose, simulatedCarrier: carrierIsSimulated() },
      tx.now,
    );
    if ("go" in verdict)
      going.push({ messageId: row.messageId, heldByStop: isHeldByStop(row.purpose as Purpose) });
    else if ("notBefore" in verdict)
      await tx.db.update(outbox).set({ dueAt: verdict.notBefore }).where(eq(outbox.messageId, row.messageId));
    else {
      await advance(tx, row, "suppressed", verdict.never);
      await audit(tx, "message.suppressed", {
        programId: row.programId,
        messageId: row.messageId,
        reason: verdict.never,
      });
    }
  }

  const started = await startAttempts(tx, going);
  const segments = new Map(rows.map((r) => [r.messageId, r.segments]));
  await takePace(tx, senderId, {
    requests: started.length,
    segments: started.reduce((sum, s) => sum + (segments.get(s.messageId) ?? 1), 0),
  });
  return { claimed: await withContents(tx, started, facts), looked: rows.length };
}

interface DueText {
  messageId: string;
  threadId: string;
  programId: string;
  purpose: string;
  segments: number;
}

async function lockDue(tx: Ctx, senderId: string, lane: "reply" | "bulk", limit: number): Promise<DueText[]> {
  if (limit <= 0) return [];
  return tx.db
    .select({
      messageId: outbox.messageId,
      threadId: outbox.threadId,
      programId: outbox.programId,
      purpose: outbox.purpose,
      segments: outbox.segments,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.senderId, senderId),
        eq(outbox.lane, lane),
        eq(outbox.sending, false),
        lte(outbox.dueAt, tx.now),
      ),
    )
    .orderBy(asc(outbox.dueAt), asc(outbox.messageId))
    .limit(limit)
    .for("update", { skipLocked: true });
}

const sumSegments = (rows: DueText[]) => rows.reduce((sum, row) => sum + row.segments, 0);

function withinBudget(rows: DueText[], segments: number): DueText[] {
  let left = segments;
  return rows.filter((row, i) => {
    left -= row.segments;
    return left >= 0 || i === 0;
  });
}

type Fact = Omit<Parameters<typeof gate>[0], "purpose" | "simulatedCarrier"> & { e164: string };

async function factsOf(tx: Ctx, messageIds: string[]): Promise<Map<string, Fact>> {
  const rows = await rowsOf<{
    message_id: string;
    created_at: string;
    phone_id: string;
    number: Buffer;
    stopped: boolean;
    not_textable: boolean;
    consent: boolean | null;
    group_open: boolean | null;
    group_expires: string | null;
    time_zone: string;
  }>(
    tx.db,
    sql`select o.message_id, m.created_at, o.phone_id, p.number, p.stopped_at is not null as stopped,
               p.not_textable is not null as not_textable, g.open as group_open, g.expires_at as group_expires, pr.time_zone,
               (select c.given from consents c where c.patient_id = o.patient_id and c.phone_id = o.phone_id
                order by c.id desc limit 1) as consent
        from outbox o
        join messages m on m.thread_id = o.thread_id and m.id = o.message_id
        join phones p on p.id = o.phone_id
        join programs pr on pr.id = o.program_id
        left join send_groups g on g.id = o.send_group_id
        where o.message_id = any (${uuids(messageIds)})`,
  );
  return new Map(
    rows.map((r) => {
      const e164 = open("phones.number", r.phone_id, r.number);
      const group =
        r.group_open === null
          ? null
          : { open: r.group_open, expiresAt: r.group_expires ? new Date(r.group_expires) : null };
      return [
        r.message_id,
        {
          e164,
          group,
          queuedAt: new Date(r.created_at),
          phoneStopped: r.stopped,
          notTextable: r.not_textable,
          fictional: isFictional(e164),
          consent: r.consent,
          timeZone: r.time_zone,
        },
      ];
    }),
  );
}

async function withContents(
  tx: Ctx,
  started: StartedAttempt[],
  facts: Map<string, Fact>,
): Promise<ClaimedText[]> {
  if (started.length === 0) return [];
  const rows = await tx.db
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .where(
      and(
        inArray(
          messages.threadId,
          started.map((s) => s.threadId),
        ),
        inArray(
          messages.id,
          started.map((s) => s.messageId),
        ),
      ),
    )
    .limit(started.length);
  const bodies = new Map(rows.map((r) => [r.id, open("messages.body", r.id, r.body)]));
  return started.flatMap((s) => {
    const text = bodies.get(s.messageId);
    const to = facts.get(s.messageId)?.e164;
    return text !== undefined && to ? [{ ...s, to, text }] : [];
  });
}
