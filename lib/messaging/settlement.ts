import { sql } from "drizzle-orm";
import { integers, rowsOf, texts, uuids } from "@/db/client";
import { type Ctx, inTransaction } from "@/lib/context";
import { stopAccount } from "./account";
import type { StartedAttempt } from "./attempt";
import { countCalls } from "./breaker";
import { type LaterText, lineUpLater } from "./line-up";
import { advanceAll, type Step } from "./message-state";
import { closeNumbers } from "./number";
import { fallSilent } from "./pace";
import type { SendOutcome } from "./vonage/outcome";

export interface FinishedCall {
  attempt: StartedAttempt;
  outcome: SendOutcome;
  /** The single call that a resting circuit breaker allows. */
  probe: boolean;
}

/**
 * Writes down what calls came to, all in one transaction. An attempt that a receipt or its lease has settled
 * meanwhile stays as it is: what comes late changes nothing.
 */
export async function settleAttempts(ctx: Ctx, calls: FinishedCall[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ours = await markSettled(tx, calls);
    await advanceAll(tx, ours.flatMap(stepOf));
    await lineUpLater(tx, ours.flatMap(laterOf));
    await closeNumbers(tx, ours.flatMap(numberOf));
    await closeAccount(tx, ours);
    await countCalls(tx, {
      answered: calls.filter(wasAnswered).length,
      failed: calls.filter(hasFailed).length,
      probeFailed: calls.some((call) => call.probe && hasFailed(call)),
    });
  });
}

async function markSettled(tx: Ctx, calls: FinishedCall[]): Promise<FinishedCall[]> {
  const sorted = [...calls].sort((a, b) => (a.attempt.attemptId < b.attempt.attemptId ? -1 : 1));
  const ids = sorted.map((call) => call.attempt.attemptId);
  // In one order everywhere: receipts settle attempts as well.
  await tx.db.execute(sql`select 1 from attempts where id = any (${uuids(ids)}) order by id for update`);
  const settled = await rowsOf<{ id: string }>(
    tx.db,
    sql`update attempts a
        set settled_at = clock_timestamp(), outcome = c.outcome, http_status = c.http_status,
            error_code = c.code, carrier_id = c.carrier_id::uuid
        from unnest(${uuids(ids)}, ${texts(sorted.map((c) => c.outcome.kind))},
                    ${integers(sorted.map((c) => ("httpStatus" in c.outcome ? (c.outcome.httpStatus ?? null) : null)))},
                    ${texts(sorted.map((c) => ("code" in c.outcome ? c.outcome.code : null)))},
                    ${texts(sorted.map((c) => (c.outcome.kind === "accepted" ? c.outcome.carrierId : null)))})
          as c(id, outcome, http_status, code, carrier_id)
        where a.id = c.id and a.settled_at is null
        returning a.id`,
  );
  const ours = new Set(settled.map((row) => row.id));
  return sorted.filter((call) => ours.has(call.attempt.attemptId));
}

/** Whether the carrier itself said something: a refusal is an answer, too. */
const wasAnswered = ({ outcome }: FinishedCall) => outcome.kind === "accepted" || outcome.kind === "refused";

const hasFailed = (call: FinishedCall) => !wasAnswered(call) && wasCalled(call.outcome);

// Neither says anything about the carrier or the text: there was no call.
const wasCalled = (outcome: SendOutcome) =>
  outcome.kind !== "never_left" || (outcome.code !== notCalled.code && outcome.code !== "no_socket");

/** The worker slept between send start and call, and did not call: a STOP may have come meanwhile. */
export const notCalled = { kind: "never_left", code: "slept" } as const satisfies SendOutcome;

function stepOf({ attempt, outcome }: FinishedCall): Step[] {
  if (outcome.kind === "accepted") return [{ ...attempt, to: "submitted" }];
  if (outcome.kind === "ambiguous") return [{ ...attempt, to: "unknown", reason: outcome.code }];
  if (outcome.kind === "never_left") return [];
  const { consequence, code } = outcome;
  return consequence.next === "fail" || consequence.next === "stop_number"
    ? [{ ...attempt, to: "rejected", reason: `carrier ${code}` }]
    : [];
}

function laterOf({ attempt, outcome }: FinishedCall): LaterText[] {
  if (outcome.kind === "never_left") return [{ ...attempt, code: outcome.code, counts: wasCalled(outcome) }];
  if (outcome.kind !== "refused") return [];
  const code = `carrier ${outcome.code}`;
  switch (outcome.consequence.next) {
    case "retry":
      // "Too fast" is about us, not about this text: it may come any number of times.
      return [{ ...attempt, code, counts: !isThrottled(outcome) }];
    case "back_off":
      return [{ ...attempt, code, counts: true, atLeastSeconds: outcome.consequence.atLeastSeconds }];
    case "stop_account":
      // Nothing is claimed while it stands still, so it need not wait longer than that.
      return [{ ...attempt, code, counts: false }];
    default:
      return [];
  }
}

const isThrottled = (outcome: SendOutcome) => outcome.kind === "refused" && outcome.httpStatus === 429;

const numberOf = ({ attempt, outcome }: FinishedCall) =>
  outcome.kind === "refused" && outcome.consequence.next === "stop_number"
    ? [{ ...attempt, as: outcome.consequence.as }]
    : [];

async function closeAccount(tx: Ctx, calls: FinishedCall[]): Promise<void> {
  for (const { outcome } of calls)
    if (outcome.kind === "refused" && outcome.consequence.next === "stop_account")
      return stopAccount(tx, outcome.consequence.reason);
  if (calls.some((call) => isThrottled(call.outcome))) await fallSilent(tx);
}
