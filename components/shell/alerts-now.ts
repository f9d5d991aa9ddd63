"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { AlertsNow } from "@/lib/inbox/types";
import { justHeard, matches, useLive } from "./live";

/** An alert repeats as often, and is asked for as often: nobody is to depend on the stream alone. */
export const repeatEvery = 20_000;
const filter = { kinds: ["alert.changed"] };

/** The emergencies that ring now: as the page was read with them, then as asked whenever one changes. Also while hidden. */
export function useAlerts(read: AlertsNow): AlertsNow {
  const [asked, setAsked] = useState(read);

  const look = useEffectEvent(async () => {
    const answer = await alertsNow();
    if (answer) setAsked((before) => (answer.now > before.now ? answer : before));
  });
  useLive(() => void look(), filter);
  useEffect(() => {
    // One may have changed between the server's read and now.
    if (justHeard().some((event) => event.type === "resync" || matches(event.change, filter))) void look();
    const timer = setInterval(() => void look(), repeatEvery);
    return () => clearInterval(timer);
  }, []);

  return asked.now > read.now ? asked : read;
}

/** Undefined when there was no answer: what was known stays, and the next look tells. */
async function alertsNow(): Promise<AlertsNow | undefined> {
  try {
    const response = await fetch("/api/alerts", { method: "POST", signal: AbortSignal.timeout(10_000) });
    return response.ok ? ((await response.json()) as AlertsNow) : undefined;
  } catch {
    return undefined;
  }
}
