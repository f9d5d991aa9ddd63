import type { Ctx } from "@/lib/context";
import { stopAccount } from "./account";
import { readStatus } from "./carrier-event";
import { fileWaitingEvents } from "./filing";
import { queueAgain } from "./line-up";
import { advanceAll, type MessageRef, type Step } from "./message-state";
import { closeNumbers } from "./number";
import {
  attemptsBehind,
  type KnownAttempt,
  latestAttempts,
  markRefusedLater,
  type Receipt,
  settleByReceipt,
} from "./receipt-attempt";
import { type Consequence, followsFrom } from "./vonage/error-table";

/** A receipt of a text of ours: where it would take the text, and what else follows. */
interface Told extends MessageRef {
  attempt: KnownAttempt;
  carrierId: string;
  to: "submitted" | "delivered" | "rejected" | "undeliverable";
  reason: string | null;
  consequence: Consequence | null;
}

const attemptsAllowed = 5;
const soonSeconds = 30;

/** Files up to `limit` receipts, in as many statements as one needs; returns how many there were. */
export async function fileReceipts(ctx: Ctx, limit = 200): Promise<number> {
  return fileWaitingEvents(ctx, "status", limit, readStatus, fileBatch);
}

async function fileBatch(tx: Ctx, receipts: Receipt[]): Promise<Map<string, string>> {
  const attemptOf = await attemptsBehind(tx, receipts);
  const problems = new Map<string, string>();
  const told: Told[] = [];
  for (const receipt of receipts) {
    const attempt = attemptOf(receipt);
    const { status } = receipt.said;
    if (status === "other") problems.set(receipt.id, "unknown_status");
    else if (!attempt) problems.set(receipt.id, "unknown_text");
    else told.push(toldBy(receipt, attempt, status));
  }
  if (told.length === 0) return problems;

  await settleByReceipt(tx, told);
  const latest = await latestAttempts(tx, told.filter(isRefusal));
  const counted = told.filter((it) => holds(it, latest));
  const moved = await advanceAll(tx, counted.map(stepOf));
  const failed = failedOf(told, moved);
  await closeNumbers(
    tx,
    told.flatMap((it) => verdictOf(it, failed)),
  );
  await closeAccount(tx, counted);
  await tryAgain(
    tx,
    counted.filter((it) => moved.has(it.messageId)),
    latest,
  );
  return problems;
}

function toldBy({ carrierId, said }: Receipt, attempt: KnownAttempt, to: Told["to"]): Told {
  const { threadId, messageId } = attempt;
  const failed = to === "rejected" || to === "undeliverable";
  const code = said.error?.title;
  return {
    ...{ threadId, messageId, attempt, carrierId, to },
    reason: code ? `carrier ${code}` : null,
    consequence: failed && code ? followsFrom(code) : null,
  };
}

const isRefusal = ({ to }: Told) => to === "rejected" || to === "undeliverable";

/**
 * Receipts come late and in any order. That one arrived always counts; that one failed only while no later
 * attempt was made; and once a refused text went back to the line, nothing but its arrival takes it out again.
 */
function holds(it: Told, latest: Map<string, { id: string }>): boolean {
  if (it.to === "delivered") return true;
  if (it.attempt.refusedLater) return false;
  return it.to === "submitted" || latest.get(it.messageId)?.id === it.attempt.id;
}

const stepOf = ({ threadId, messageId, to, reason }: Told): Step => ({ threadId, messageId, to, reason });

function failedOf(told: Told[], moved: Set<string>): Set<string> {
  const failed = new Set(moved);
  for (const { to, messageId } of told) if (to === "delivered") failed.delete(messageId);
  return failed;
}

/** A stop at the carrier counts whatever else was told of the text: law 1. */
function verdictOf({ threadId, messageId, consequence }: Told, failed: Set<string>) {
  if (consequence?.next !== "stop_number") return [];
  const { as } = consequence;
  return as === "opted_out" || failed.has(messageId) ? [{ threadId, messageId, as }] : [];
}

async function closeAccount(tx: Ctx, told: Told[]): Promise<void> {
  for (const { consequence } of told)
    if (consequence?.next === "stop_account") return stopAccount(tx, consequence.reason);
}

/** Only what was rejected: after "undeliverable" a "delivered" may still come, and it would be there twice. */
async function tryAgain(tx: Ctx, moved: Told[], latest: Map<string, { count: number }>): Promise<void> {
  const waits = new Map<number, Told[]>();
  for (const it of moved) {
    const seconds = it.to === "rejected" ? waitOf(it.consequence) : null;
    if (seconds === null || (latest.get(it.messageId)?.count ?? attemptsAllowed) >= attemptsAllowed) continue;
    waits.set(seconds, [...(waits.get(seconds) ?? []), it]);
  }
  for (const [seconds, again] of waits) {
    const dueAt = new Date(tx.now.getTime() + seconds * 1_000);
    const queued = new Set((await queueAgain(tx, again, "rejected", dueAt)).map((m) => m.messageId));
    const attemptIds = again.filter((it) => queued.has(it.messageId)).map((it) => it.attempt.id);
    await markRefusedLater(tx, attemptIds);
  }
}

function waitOf(consequence: Consequence | null): number | null {
  if (consequence?.next === "retry") return soonSeconds;
  return consequence?.next === "back_off" ? consequence.atLeastSeconds : null;
}
