import type { Ground, Text } from "./fault";
import { until } from "./patience";

// Where the texts of the clinic stand, and how long to wait for them.

export async function statesOf({ ask, clinic }: Ground): Promise<Record<string, number>> {
  const rows = await ask<{ state: string; n: number }>(
    `select m.state, count(*)::int as n from threads t join messages m on m.thread_id = t.id
     where t.sender_id = '${clinic.senderId}' and m.direction = 'out' group by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** Waits until none of the clinic's texts is queued or being sent; the states that they came to. */
export const drained = (ground: Ground, seconds = 120) =>
  until(
    "all texts leave the line",
    async () => {
      const states = await statesOf(ground);
      return !states.queued && !states.sending ? states : false;
    },
    seconds,
  );

/** Waits until the carrier has delivered all its webhooks, and each is filed or set aside. */
export const allFiled = (ground: Ground, seconds = 120) =>
  until(
    "all webhooks are delivered and filed",
    async () => {
      const { webhooks } = await ground.carrier.state();
      if (webhooks.pending > 0) return false;
      const [row] = await ground.ask<{ n: number }>(
        "select count(*)::int as n from carrier_events where filed_at is null and parked_at is null",
      );
      return row?.n === 0;
    },
    seconds,
  );

/** Calls of the clinic that a living worker has in hand: not settled, and the lease has not run out. */
export async function underWay({ ask, clinic }: Ground): Promise<number> {
  const [row] = await ask<{ n: number }>(
    `select count(*)::int as n from attempts a join threads t on t.id = a.thread_id
     where t.sender_id = '${clinic.senderId}' and a.settled_at is null
     and a.lease_until > clock_timestamp()`,
  );
  return row?.n ?? 0;
}

/** The leases of all open attempts run out now instead of within a minute. Only while their workers are dead or frozen. */
export const runOutLeases = ({ ask, clinic }: Ground) =>
  ask(
    `update attempts a set lease_until = clock_timestamp() - interval '1 second'
     from threads t where t.id = a.thread_id and t.sender_id = '${clinic.senderId}' and a.settled_at is null`,
  );

/** What still waits for its time, after a back-off or a resting breaker, is due now. */
export async function hurryUp({ ask, clinic, clockOffset }: Ground): Promise<void> {
  await ask("update carrier_account set open_until = null, failures = 0, opens = 0");
  await ask(
    `update outbox set due_at = clock_timestamp() + interval '${clockOffset} seconds'
     where sender_id = '${clinic.senderId}' and not sending`,
  );
}

/** Those of the texts that are `unknown` now. */
export async function unknownOf({ ask, clinic }: Ground, texts: readonly Text[]): Promise<Text[]> {
  const rows = await ask<{ id: string }>(
    `select m.id from threads t join messages m on m.thread_id = t.id
     where t.sender_id = '${clinic.senderId}' and m.state = 'unknown'`,
  );
  const ids = new Set(rows.map((row) => row.id));
  return texts.filter((text) => ids.has(text.messageId));
}

/** The account may send so many texts a second. */
export const setRate = ({ ask }: Pick<Ground, "ask">, perSecond: number) =>
  ask(
    `update pace set per_second = ${perSecond}, tokens = ${perSecond}, refilled_at = clock_timestamp()
     where key = 'account'`,
  );
