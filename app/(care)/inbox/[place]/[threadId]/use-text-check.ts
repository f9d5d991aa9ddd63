"use client";

import { useEffect, useState } from "react";
import type { Finding } from "@/lib/messaging/types";
import { checkReply } from "./check-reply";

const typingPause = 500;
const longestWait = 1_000;
const none: readonly Finding[] = [];

/**
 * Looks at a reply whenever typing pauses. `findings` are on the screen, `current` when they are about exactly
 * these words. Ask `mayLeave` before sending: it says no once, when there is something that was not shown yet.
 */
export function useTextCheck(threadId: string, body: string, patientId: string | null) {
  const [shown, setShown] = useState<{ words: string; findings: readonly Finding[] }>();
  const words = JSON.stringify({ threadId, body: body.trim(), patientId });
  const isEmpty = body.trim() === "";

  useEffect(() => {
    if (isEmpty) return;
    const stale = new AbortController();
    async function look() {
      const findings = await checkReply(words, stale.signal);
      if (findings && !stale.signal.aborted) setShown({ words, findings });
    }
    const timer = setTimeout(() => void look(), typingPause);
    return () => {
      clearTimeout(timer);
      stale.abort();
    };
  }, [words, isEmpty]);

  async function mayLeave(): Promise<boolean> {
    if (shown?.words === words) return true;
    const known = new Set(shown?.findings.map(({ sentence }) => sentence));
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), longestWait);
    const findings = await checkReply(words, late.signal);
    clearTimeout(timer);
    if (!findings) return true;
    setShown({ words, findings });
    return findings.every(({ sentence }) => known.has(sentence));
  }

  return { findings: isEmpty ? none : (shown?.findings ?? none), current: shown?.words === words, mayLeave };
}
