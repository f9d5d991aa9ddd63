"use client";

import { useEffect } from "react";

const atMostEvery = 60_000;

/** Tells the server that a person uses this page, so that reading and typing do not end in a sign-out. */
export function Activity() {
  useEffect(() => {
    let toldAt = Date.now();
    const tell = () => {
      if (Date.now() - toldAt < atMostEvery) return;
      toldAt = Date.now();
      // Lost without harm: the next key or press tells it again.
      fetch("/api/activity", { method: "POST" }).catch(() => {
        toldAt = 0;
      });
    };
    const signs = ["keydown", "pointerdown", "wheel"] as const;
    for (const sign of signs) addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, tell);
    };
  }, []);

  return null;
}
