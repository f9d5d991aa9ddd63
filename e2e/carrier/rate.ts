/** At most `perSecond` requests in any second, wherever that second starts. */
export function createRate(perSecond: number) {
  let limit = perSecond;
  let admitted: number[] = [];

  return {
    change(to: number) {
      limit = to;
    },
    admits(now = performance.now()): boolean {
      const firstRecent = admitted.findIndex((at) => now - at < 1000);
      admitted = firstRecent < 0 ? [] : firstRecent > 0 ? admitted.slice(firstRecent) : admitted;
      if (admitted.length >= limit) return false;
      admitted.push(now);
      return true;
    },
  };
}
