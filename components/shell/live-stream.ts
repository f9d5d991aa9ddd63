import type { LiveChange } from "./live";

/** What tabs of one browser tell each other. */
export type Wire =
  | { say: "live" | "lost" | "beat" | "reset" | "end" | "hello" }
  | { say: "change"; change: LiveChange };

const GRACE = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Joins the one stream of this browser: the tab that holds the lock reads it and tells the others, because a
 * browser grants six connections per site and each open tab would keep one. The lock's name holds the session.
 */
export function joinStream(streamKey: string, hear: (wire: Wire) => void) {
  const name = `hearback-live:${streamKey}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let leader: { isOpen: () => boolean } | null = null;

  const tell = (wire: Wire) => {
    channel.postMessage(wire);
    hear(wire);
  };

  channel.onmessage = ({ data }: MessageEvent<Wire>) => {
    if (data.say !== "hello") hear(data);
    else if (leader) channel.postMessage({ say: leader.isOpen() ? "live" : "lost" } satisfies Wire);
  };

  function lead(stolen: AbortSignal) {
    const reader = readStream(tell);
    leader = reader;
    return new Promise<void>((released) => {
      const stop = () => {
        reader.close();
        leader = null;
        released();
      };
      leaving.signal.addEventListener("abort", stop, { once: true });
      stolen.addEventListener("abort", stop, { once: true });
    });
  }

  function queue(steal: boolean) {
    // Locks need a secure context; without them each tab reads for itself.
    if (!navigator.locks) {
      void lead(leaving.signal);
      return;
    }
    const lost = new AbortController();
    const options = steal ? { steal: true } : { signal: leaving.signal };
    navigator.locks
      .request(name, options, () => (leaving.signal.aborted ? undefined : lead(lost.signal)))
      .catch(() => {
        lost.abort();
        if (!leaving.signal.aborted) queue(false);
      });
  }

  queue(false);
  channel.postMessage({ say: "hello" } satisfies Wire);

  return {
    /** The leader has gone silent, as a frozen tab does: read here instead. */
    takeOver: () => {
      if (!leader) queue(true);
    },
    leave: () => {
      leaving.abort();
      channel.close();
    },
  };
}

// EventSource keeps the status to itself, and "please sign in" is not a lost connection.
async function sessionOver() {
  const asking = new AbortController();
  try {
    const answer = await fetch("/api/stream", { redirect: "manual", signal: asking.signal });
    return answer.status === 401 || answer.type === "opaqueredirect";
  } catch {
    return false;
  } finally {
    asking.abort();
  }
}

function readStream(tell: (wire: Wire) => void) {
  let source: EventSource;
  let heardAt = Date.now();
  let failures = 0;
  let closed = false;
  let lossTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    heardAt = Date.now();
    let resumes = false;
    source = new EventSource("/api/stream");
    source.addEventListener("open", () => {
      failures = 0;
      clearTimeout(lossTimer);
      lossTimer = undefined;
      // A new EventSource has no last id to resume from, so something may have been missed.
      heard({ say: resumes ? "live" : "reset" });
      resumes = true;
    });
    source.addEventListener("beat", () => heard({ say: "beat" }));
    source.addEventListener("reset", () => heard({ say: "reset" }));
    source.addEventListener("end", () => {
      close();
      tell({ say: "end" });
    });
    source.addEventListener("change", (event: MessageEvent<string>) => {
      heard({ say: "change", change: JSON.parse(event.data) as LiveChange });
    });
    source.addEventListener("error", () => {
      // A quick reconnect should not blink; two seconds of silence must show.
      lossTimer ??= setTimeout(() => tell({ say: "lost" }), GRACE);
      if (source.readyState === EventSource.CLOSED) reopen();
    });
  }

  function heard(wire: Wire) {
    heardAt = Date.now();
    tell(wire);
  }

  function reopen() {
    source.close();
    failures += 1;
    void sessionOver().then((over) => {
      if (!over || closed) return;
      close();
      tell({ say: "end" });
    });
    clearTimeout(retryTimer);
    const wait = Math.min(LONGEST_WAIT, 1_000 * 2 ** (failures - 1));
    retryTimer = setTimeout(open, wait * (0.5 + Math.random() / 2));
  }

  // Back online: the old socket may look open and be dead.
  function online() {
    failures = 0;
    clearTimeout(retryTimer);
    source.close();
    open();
  }

  // A half-open socket gives no error: the missing beat is the only sign.
  const watchdog = setInterval(() => {
    if (Date.now() - heardAt < 30_000 || source.readyState === EventSource.CLOSED) return;
    tell({ say: "lost" });
    source.close();
    open();
  }, 5_000);

  // The old stream may go on for a while although nothing else comes through: "live" would then be half the truth.
  function offline() {
    tell({ say: "lost" });
    reopen();
  }
  addEventListener("online", online);
  addEventListener("offline", offline);

  function close() {
    closed = true;
    clearInterval(watchdog);
    clearTimeout(lossTimer);
    clearTimeout(retryTimer);
    removeEventListener("online", online);
    removeEventListener("offline", offline);
    source.close();
  }

  open();
  return { close, isOpen: () => source.readyState === EventSource.OPEN && !lossTimer };
}
