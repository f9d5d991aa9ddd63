"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useTransition } from "react";
import { currentConnection } from "./live";

/** Reads the page again every so many milliseconds, for what no change is told about. Rests while nobody looks. */
export function TimedRefresh({ every }: { every: number }) {
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();

  const refresh = useEffectEvent(() => {
    // Next answers a failed refresh by loading the address anew, which would take what was typed with it.
    if (document.hidden || refreshing || currentConnection().state !== "live") return;
    startRefresh(() => router.refresh());
  });

  useEffect(() => {
    const timer = setInterval(() => refresh(), every);
    const look = () => refresh();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [every]);

  return null;
}
