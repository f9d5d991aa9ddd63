import { and, asc, eq, lte, sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { outbox } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { type StartedAttempt, startAttempts } from "./attempt";
import { type DueFacts, factsOf } from "./due-facts";
import { gate, isHeldByStop } from "./gate";
import { advanceAll, type Step } from "./message-state";
import { lockPace, takePace } from "./pace";
import { lockPeople } from "./people-lock";
import type { Lane, Purpose } from "./types";

export interface ClaimedText extends StartedAttempt {
  to: string;
  text: string;
  lane: Lane;
}

/** Texts that may get a socket at once: one that waited for it would outlive its check for STOP. */
export interface Room {
  all: number;
  /** Of these, how many for bulk texts. */
  bulk: number;
}

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
  room: Room,
): Promise<{ claimed: ClaimedText[]; looked: number }> {
  const budget = await lockPace(tx, senderId);
  const replies = await lockDue(tx, senderId, "reply", Math.min(budget.requests, room.all, budget.segments));
  const bulkSegments = budget.bulkSegments - sumSegments(replies);
  const bulk = await lockDue(
    tx,
    senderId,
    "bulk",
    Math.min(budget.requests - replies.length, room.all - replies.length, room.bulk, bulkSegments),
  );
  // Claimed by count first; a long text that would overdraw the rate waits for its turn.
  const rows = [...replies, ...withinBudget(bulk, bulkSegments)];
  if (rows.length === 0) return { claimed: [], looked: 0 };

  // From here until the commit nobody is held, moved off a number or joined with another: what the gate reads holds.
  const settled = await lockPeople(tx, rows);
  const facts = await factsOf(
    tx,
    settled.map((r) => r.messageId),
  );
  const going = await passGate(tx, settled, facts);
  const started = await startAttempts(tx, going);
  const due = new Map(rows.map((r) => [r.messageId, r]));
  await takePace(tx, senderId, {
    requests: started.length,
    segments: started.reduce((sum, s) => sum + (due.get(s.messageId)?.segments ?? 1), 0),
  });
  const claimed = started.flatMap((attempt) => {
    const fact = facts.get(attempt.messageId);
    const row = due.get(attempt.messageId);
    return fact && row ? [{ ...attempt, to: fact.e164, text: fact.text, lane: row.lane }] : [];
  });
  return { claimed, looked: rows.length };
}

/** Which of them go now; the others are put off, or will never go and say why. */
async function passGate(tx: Ctx, rows: DueText[], facts: Map<string, DueFacts>) {
  const going: { messageId: string; heldByStop: boolean }[] = [];
  const refused: (Step & { programId: string })[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const purpose = row.purpose as Purpose;
    const fact = facts.get(row.messageId);
    if (!fact) {
      refused.push({ ...row, to: "rejected", reason: "unreadable" });
      continue;
    }
    const verdict = gate(fact, tx.now);
    if ("go" in verdict) {
      // Of texts that count against each other one goes; the others see it when they are claimed next.
      if (purpose === "outreach" && isTaken(row, taken)) continue;
      going.push({ messageId: row.messageId, heldByStop: isHeldByStop(purpose) });
    } else if ("notBefore" in verdict)
      await tx.db.update(outbox).set({ dueAt: verdict.notBefore }).where(eq(outbox.messageId, row.messageId));
    else refused.push({ ...row, to: "suppressed", reason: verdict.never });
  }
  const moved = await advanceAll(tx, refused);
  for (const { messageId, programId, reason } of refused)
    if (moved.has(messageId))
      await audit(tx, "message.suppressed", { programId, messageId, reason: reason ?? null });
  return going;
}

/**
 * Whether a text of this batch goes to the same phone or patient already; from now on one does. Batches of two senders
 * see each other, because `lockPace` locks the account's row: one claims after the other.
 */
function isTaken({ phoneId, patientId }: DueText, taken: Set<string>): boolean {
  const ids = patientId ? [phoneId, patientId] : [phoneId];
  if (ids.some((id) => taken.has(id))) return true;
  for (const id of ids) taken.add(id);
  return false;
}

interface DueText {
  messageId: string;
  threadId: string;
  programId: string;
  phoneId: string;
  patientId: string | null;
  purpose: string;
  segments: number;
  lane: Lane;
}

async function lockDue(tx: Ctx, senderId: string, lane: Lane, limit: number): Promise<DueText[]> {
  if (limit <= 0) return [];
  return tx.db
    .select({
      messageId: outbox.messageId,
      threadId: outbox.threadId,
      programId: outbox.programId,
      phoneId: outbox.phoneId,
      patientId: outbox.patientId,
      purpose: outbox.purpose,
      segments: outbox.segments,
      lane: outbox.lane,
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
