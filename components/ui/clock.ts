"use client";

import { useEffect, useState } from "react";

const EVERY = 30_000;
const ticking = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One timer for a page full of times.
function onTick(tick: () => void) {
  ticking.add(tick);
  timer ??= setInterval(() => {
    for (const each of ticking) each();
  }, EVERY);
  return () => {
    ticking.delete(tick);
    if (ticking.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The server's `now` (ISO), moved on by what has passed here since it arrived. In milliseconds. */
export function useNow(now: string) {
  const [passed, setPassed] = useState({ since: now, ms: 0 });
  useEffect(() => {
    const arrived = performance.now();
    return onTick(() => setPassed({ since: now, ms: performance.now() - arrived }));
  }, [now]);
  return Date.parse(now) + (passed.since === now ? passed.ms : 0);
}
