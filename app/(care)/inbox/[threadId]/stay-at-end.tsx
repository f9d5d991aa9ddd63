"use client";

import { useEffect, useRef } from "react";

/** Brings the newest text into view when it changes, unless the reader has scrolled up to read. */
export function StayAtEnd({ last }: { last: string }) {
  const end = useRef<HTMLDivElement>(null);
  const shown = useRef("");

  useEffect(() => {
    const pane = end.current?.parentElement;
    if (!pane || shown.current === last) return;
    const fromEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight;
    if (shown.current === "" || fromEnd < 240) pane.scrollTop = pane.scrollHeight;
    shown.current = last;
  }, [last]);

  return <div ref={end} />;
}
