/** At most `perSecond` requests in any second, wherever that second starts. */
export function createRate(perSecond: number) {
  let limit = perSecond;
  let admitted: number[] = [];
  let oldest = 0;

  return {
    change(to: number) {
      limit = to;
    },
    /** `now`: epoch milliseconds. */
    admits(now = performance.timeOrigin + performance.now()): boolean {
      while (oldest < admitted.length && now - (admitted[oldest] ?? now) >= 1000) oldest += 1;
      // Cut seldom: cutting at each call would copy a whole second of calls.
      if (oldest > 10_000) {
        admitted = admitted.slice(oldest);
        oldest = 0;
      }
      if (admitted.length - oldest >= limit) return false;
      admitted.push(now);
      return true;
    },
  };
}
