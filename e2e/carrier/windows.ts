/** `failed`: neither accepted nor refused, as a 5xx, a hang or a reset before accepting. */
export type CallOutcome = "accepted" | "throttled" | "refused" | "failed";

export type Load = { calls: number; accepted: number; segments: number };

export type WindowsReport = {
  seconds: ({ second: number; segments: number; calls: number } & Record<CallOutcome, number>)[];
  /** Epoch milliseconds of the first 429. */
  firstThrottleAt: number | null;
  /** The most in any one second, wherever it starts. */
  busiest: Load;
  /** The same of the calls after the first 429. */
  busiestAfterThrottle: Load;
};

type Seen = { at: number; outcome: CallOutcome; segments: number };

export type Windows = ReturnType<typeof createWindows>;

/** Counts the calls of each second, so that a referee can hold them against a rate. */
export function createWindows(now = () => performance.timeOrigin + performance.now()) {
  let seen: Seen[] = [];

  return {
    /** `at`: when the call came, epoch milliseconds; what becomes of it may be known later. */
    note(outcome: CallOutcome, segments = 0, at = now()) {
      seen.push({ at, outcome, segments });
    },
    forget() {
      seen = [];
    },
    /** `after`: epoch second; only the list of seconds is cut. */
    report(after = -1): WindowsReport {
      seen.sort((a, b) => a.at - b.at);
      const firstThrottle = seen.findIndex(({ outcome }) => outcome === "throttled");
      return {
        seconds: bySecond(seen).filter(({ second }) => second > after),
        firstThrottleAt: seen[firstThrottle]?.at ?? null,
        busiest: busiestOf(seen),
        busiestAfterThrottle: busiestOf(firstThrottle < 0 ? [] : seen.slice(firstThrottle + 1)),
      };
    },
  };
}

function bySecond(seen: Seen[]): WindowsReport["seconds"] {
  const seconds = new Map<number, WindowsReport["seconds"][number]>();
  for (const { at, outcome, segments } of seen) {
    const second = Math.floor(at / 1000);
    const counts = seconds.get(second) ?? {
      second,
      calls: 0,
      accepted: 0,
      segments: 0,
      throttled: 0,
      refused: 0,
      failed: 0,
    };
    counts.calls += 1;
    counts[outcome] += 1;
    counts.segments += segments;
    seconds.set(second, counts);
  }
  return [...seconds.values()];
}

function busiestOf(seen: Seen[]): Load {
  const most: Load = { calls: 0, accepted: 0, segments: 0 };
  const now: Load = { calls: 0, accepted: 0, segments: 0 };
  let oldest = 0;
  for (const call of seen) {
    add(now, call, 1);
    for (let first = seen[oldest]; first && call.at - first.at >= 1000; first = seen[oldest]) {
      add(now, first, -1);
      oldest += 1;
    }
    most.calls = Math.max(most.calls, now.calls);
    most.accepted = Math.max(most.accepted, now.accepted);
    most.segments = Math.max(most.segments, now.segments);
  }
  return most;
}

function add(load: Load, { outcome, segments }: Seen, sign: 1 | -1) {
  load.calls += sign;
  if (outcome === "accepted") load.accepted += sign;
  load.segments += sign * segments;
}
