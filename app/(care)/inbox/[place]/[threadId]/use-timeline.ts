"use client";

import { useState } from "react";
import type { TimelinePart } from "@/lib/inbox/types-working";
import { joinEarlier, joinNewest } from "./timeline-parts";

/** What is shown of a conversation: the newest part, which the page reads again and again, and what was loaded above it. */
export function useTimeline(threadId: string, newest: TimelinePart) {
  const [read, setRead] = useState(newest.messages);
  const [shown, setShown] = useState(newest);
  const [starts, setStarts] = useState<string[]>([]);
  const [loading, setLoading] = useState<"resting" | "loading" | "failed">("resting");
  if (read !== newest.messages) {
    setRead(newest.messages);
    setShown(joinNewest(shown, newest));
  }

  /** `beforeShown` runs when an older part is there and not shown yet. */
  async function loadEarlier(beforeShown: () => void) {
    const [oldest] = shown.messages;
    if (loading === "loading" || !oldest || !shown.earlier) return;
    setLoading("loading");
    const part = await fetchEarlier(threadId, oldest.id);
    if (part) {
      beforeShown();
      setStarts((others) => (others.includes(oldest.id) ? others : [oldest.id, ...others]));
      setShown((now) => joinEarlier(now, part));
    }
    setLoading(part ? "resting" : "failed");
  }

  return { shown, starts, loading, loadEarlier };
}

async function fetchEarlier(threadId: string, before: string): Promise<TimelinePart | null> {
  try {
    const response = await fetch("/api/threads/earlier", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ threadId, before }),
    });
    if (!response.ok) return null;
    return (await response.json()) as TimelinePart;
  } catch {
    return null;
  }
}
