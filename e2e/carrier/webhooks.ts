import type { Clock } from "./clock";
import type { Post } from "./post";

const firstWait = 5_000;
const longestWait = 15 * 60_000;
const givesUpAfter = 24 * 3_600_000;

export type Webhooks = ReturnType<typeof startWebhooks>;

type Sending = { post: Post; authorize: (rawBody: string) => string; clock: Clock };

/** Delivers events as Vonage does: at least once, each retried by itself, so that order is never promised. */
export function startWebhooks({ post, authorize, clock }: Sending) {
  const counts = { delivered: 0, pending: 0, dropped: 0 };

  function send(url: string, delay: number, event: () => object) {
    counts.pending += 1;
    clock.after(delay, () => void deliver(url, JSON.stringify(event()), { wait: firstWait, waited: 0 }));
  }

  async function deliver(url: string, rawBody: string, { wait, waited }: { wait: number; waited: number }) {
    // Signed anew each time: a token from before an outage would be too old when the receiver is back.
    const status = await post(url, rawBody, authorize(rawBody));

    if (status !== null && status >= 200 && status < 300) return settle("delivered");
    if (!isWorthRetrying(status) || waited + wait > givesUpAfter) return settle("dropped");
    const next = { wait: Math.min(longestWait, wait * 2), waited: waited + wait };
    clock.after(wait, () => void deliver(url, rawBody, next));
  }

  function settle(outcome: "delivered" | "dropped") {
    counts.pending -= 1;
    counts[outcome] += 1;
  }

  return { send, counts: () => ({ ...counts }) };
}

function isWorthRetrying(status: number | null): boolean {
  return status === null || status === 429 || status >= 500;
}
