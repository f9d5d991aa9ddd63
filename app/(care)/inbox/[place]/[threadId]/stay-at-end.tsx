"use client";

import { useEffect, useRef } from "react";

const near = 240;

/** Brings the newest text into view when it changes, unless the reader has scrolled up to read. */
export function StayAtEnd({ last }: { last: string }) {
  const end = useRef<HTMLDivElement>(null);
  const shown = useRef<string>(null);

  useEffect(() => {
    const pane = end.current?.parentElement;
    if (!pane || shown.current === last) return;
    const first = shown.current === null;
    shown.current = last;
    if (getComputedStyle(pane).overflowY !== "visible") {
      const below = pane.scrollHeight - pane.scrollTop - pane.clientHeight;
      if (first || below < near) pane.scrollTop = pane.scrollHeight;
      return;
    }
    // On a phone the page itself scrolls, and more follows below the conversation.
    const conversation = pane.closest("section");
    const below = (conversation?.getBoundingClientRect().bottom ?? 0) - innerHeight;
    if (first || Math.abs(below) < near) conversation?.scrollIntoView({ block: "end" });
  }, [last]);

  return <div ref={end} />;
}
