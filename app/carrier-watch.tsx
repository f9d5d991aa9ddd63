"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { currentConnection } from "@/components/shell/live";

const every = 15_000;

/** Reads the page again when texts cease to leave, or leave again. Renders nothing. */
export function CarrierWatch({ stopped }: { stopped: boolean }) {
  const router = useRouter();

  const look = useEffectEvent(async () => {
    // Next answers a failed refresh by loading the address anew, which would take a draft with it.
    if (document.hidden || currentConnection().state !== "live") return;
    if ((await stoppedNow()) === !stopped) router.refresh();
  });

  useEffect(() => {
    const again = () => void look();
    const timer = setInterval(again, every);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
    };
  }, []);

  return null;
}

/** Undefined when there was no answer: the next look tells. */
async function stoppedNow(): Promise<boolean | undefined> {
  try {
    const response = await fetch("/api/standing", { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) return undefined;
    const answer: { stopped?: boolean } = await response.json();
    return answer.stopped;
  } catch {
    return undefined;
  }
}
