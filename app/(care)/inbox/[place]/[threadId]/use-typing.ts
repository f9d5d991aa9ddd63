"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { claim, tellTyping } from "@/app/(care)/inbox/send-reply";

const renewEvery = 30_000;
const askAgainAfter = 5_000;
const tellEvery = 3_000;
const restsAfter = 5_000;

/** Call `typed` at each change: the first takes the conversation on, later ones keep it, and others see it. */
export function useTyping(threadId: string): { typed: () => void; rest: () => void } {
  const router = useRouter();
  const next = useRef({ claim: 0, tell: 0 });
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

  function rest() {
    clearTimeout(resting.current);
    if (next.current.tell === 0) return;
    next.current.tell = 0;
    void tellTyping(threadId, false);
  }

  async function hold(now: number) {
    next.current.claim = now + renewEvery;
    const mine = await claim(threadId);
    if (mine === null) next.current.claim = now + askAgainAfter;
    // Somebody else was first: the page says who.
    if (mine === false) router.refresh();
  }

  function typed() {
    const now = Date.now();
    if (now >= next.current.claim) void hold(now);
    if (now >= next.current.tell) {
      next.current.tell = now + tellEvery;
      void tellTyping(threadId, true);
    }
    clearTimeout(resting.current);
    resting.current = setTimeout(rest, restsAfter);
  }

  useEffect(() => () => clearTimeout(resting.current), []);
  return { typed, rest };
}
