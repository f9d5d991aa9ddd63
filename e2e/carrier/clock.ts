export type Clock = {
  /** Milliseconds as the carrier and its patients live them: `speed` times faster than ours. */
  now: () => number;
  after: (milliseconds: number, task: () => void) => void;
};

/** Every delay of the carrier is here, so that stopping leaves none behind. */
export function startClock(speed: number): Clock & { stop: () => void } {
  const waiting = new Set<NodeJS.Timeout>();
  let stopped = false;

  return {
    now: () => performance.now() * speed,
    after(milliseconds, task) {
      if (stopped) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        task();
      }, milliseconds / speed);
      waiting.add(timer);
    },
    stop() {
      stopped = true;
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}
