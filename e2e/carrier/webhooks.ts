import type { Clock } from "./clock";
import type { Post } from "./post";
import { createQueue } from "./queue";
import { timestamp } from "./wire";

const firstWait = 5_000;
const longestWait = 15 * 60_000;
const givesUpAfter = 24 * 3_600_000;

export type WebhookKind = "status" | "inbound";

/** An event on its way; `rawBody` is null until it happens, which is when it gets its timestamp. */
export type Parcel = {
  kind: WebhookKind;
  letter: { event: object; rawBody: string | null };
  /** On the carrier's clock. */
  due: number;
  wait: number;
  waited: number;
  tried?: () => void;
};

/** A parcel as it is kept over a restart: `delay` instead of the time of a clock that is gone. */
export type KeptParcel = Pick<Parcel, "kind" | "letter" | "wait" | "waited"> & { delay: number };

type Options = { copies?: number; tried?: () => void };

export type Webhooks = ReturnType<typeof startWebhooks>;

type Sending = {
  post: Post;
  urls: Record<WebhookKind, string>;
  authorize: (rawBody: string) => string;
  clock: Clock;
  atOnce: number;
};

/** Delivers events as Vonage does: at least once, each retried by itself, so that order is never promised. */
export function startWebhooks({ post, urls, authorize, clock, atOnce }: Sending) {
  const counts = { delivered: 0, pending: 0, dropped: 0 };
  const pending = new Set<Parcel>();
  const ready = createQueue<Parcel>();
  const resumed = new Set<Parcel>();
  let whenResumed = () => {};
  let waiting: Parcel[] = [];
  let held = false;
  let active = 0;
  let stopped = false;

  /** `tried` is called once the first attempt is over, or put off. Copies are the very same event. */
  function send(kind: WebhookKind, delay: number, event: object, { copies = 1, tried }: Options = {}) {
    const letter = { event, rawBody: null };
    for (let copy = 0; copy < copies; copy += 1) {
      put({ kind, letter, due: 0, wait: firstWait, waited: 0, ...(tried ? { tried } : {}) }, delay);
    }
  }

  function put(parcel: Parcel, delay: number) {
    if (!pending.has(parcel)) counts.pending += 1;
    pending.add(parcel);
    parcel.due = clock.now() + delay;
    clock.after(delay, () => ripen(parcel));
  }

  function ripen(parcel: Parcel) {
    const { letter } = parcel;
    letter.rawBody ??= JSON.stringify({ ...letter.event, timestamp: timestamp() });
    if (held && parcel.kind === "status") {
      waiting.push(parcel);
      parcel.tried?.();
      return;
    }
    ready.push(parcel);
    pump();
  }

  function pump() {
    while (!stopped && active < atOnce) {
      const parcel = ready.take();
      if (!parcel) return;
      active += 1;
      void deliver(parcel).finally(() => {
        active -= 1;
        pump();
      });
    }
  }

  async function deliver(parcel: Parcel) {
    const rawBody = parcel.letter.rawBody ?? "";
    // Signed anew each time: a token from before an outage would be too old when the receiver is back.
    const status = await post(urls[parcel.kind], rawBody, authorize(rawBody));
    if (stopped) return;

    parcel.tried?.();
    const { wait, waited } = parcel;
    if (status !== null && status >= 200 && status < 300) return settle(parcel, "delivered");
    if (!isWorthRetrying(status) || waited + wait > givesUpAfter) return settle(parcel, "dropped");
    parcel.wait = Math.min(longestWait, wait * 2);
    parcel.waited = waited + wait;
    put(parcel, wait);
  }

  function settle(parcel: Parcel, outcome: "delivered" | "dropped") {
    pending.delete(parcel);
    counts.pending -= 1;
    counts[outcome] += 1;
    if (resumed.delete(parcel) && resumed.size === 0) whenResumed();
  }

  return {
    send,
    /** Holds receipts back, or lets all that have been waiting go. Patients' texts are never held. */
    hold(on: boolean) {
      held = on;
      if (on) return;
      for (const parcel of waiting) ready.push(parcel);
      waiting = [];
      pump();
    },
    held: () => ({ held, waiting: waiting.length }),
    counts: () => ({ ...counts }),
    /** Takes up what an earlier carrier had not delivered; `settled` is called when all of it is. */
    resume(kept: readonly KeptParcel[], settled: () => void) {
      for (const { delay, ...rest } of kept) {
        const parcel = { ...rest, due: 0 };
        resumed.add(parcel);
        put(parcel, delay);
      }
      whenResumed = settled;
    },
    /** Ends all delivery and returns what is left, that under way included: nobody knows whether it arrived. */
    stop(): KeptParcel[] {
      stopped = true;
      const now = clock.now();
      return [...pending].map(({ kind, letter, wait, waited, due }) => ({
        kind,
        letter,
        wait,
        waited,
        delay: Math.max(0, due - now),
      }));
    },
  };
}

function isWorthRetrying(status: number | null): boolean {
  return status === null || status === 429 || status >= 500;
}
