"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  /** There are older texts. */
  more: boolean;
  loading: "resting" | "loading" | "failed";
  /** The id of the oldest text that is shown. */
  oldest: string;
  load: (beforeShown: () => void) => Promise<void>;
};

const near = 800;

/** Loads older texts as the reader comes near them, or when asked. What is being read does not move. */
export function EarlierTexts({ more, loading, oldest, load }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef<{ row: Element; top: number; pane: HTMLElement }>(null);

  function keepPlace() {
    const pane = paneOf(box.current);
    const row = pane?.querySelector("[data-row]");
    if (!pane || !row) return;
    // The browser would move by itself what is moved here to the pixel.
    scrollerOf(pane).style.overflowAnchor = "none";
    kept.current = { pane, row, top: row.getBoundingClientRect().top };
  }

  useLayoutEffect(() => {
    const place = kept.current;
    if (!place || !oldest) return;
    kept.current = null;
    const scroller = scrollerOf(place.pane);
    scroller.scrollTop += place.row.getBoundingClientRect().top - place.top;
    requestAnimationFrame(() => {
      scroller.style.overflowAnchor = "";
    });
  }, [oldest]);

  const ask = useEffectEvent(() => void load(keepPlace));
  const wants = more && loading === "resting";
  useEffect(() => {
    const pane = paneOf(box.current);
    if (!wants || !box.current || !pane) return;
    const root = scrolls(pane) ? pane : null;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask(), {
      root,
      rootMargin: `${near}px 0px 0px`,
    });
    seen.observe(box.current);
    return () => seen.disconnect();
  }, [wants]);

  return (
    <div ref={box} className="text-center text-muted text-sm">
      {more && loading === "failed" && <p role="alert">Earlier texts could not be loaded.</p>}
      {more && (
        <Button
          variant="quiet"
          aria-disabled={loading === "loading" || undefined}
          onClick={() => void load(keepPlace)}
        >
          {loading === "loading"
            ? "Loading earlier texts"
            : loading === "failed"
              ? "Try again"
              : "Show earlier texts"}
        </Button>
      )}
    </div>
  );
}

const paneOf = (box: HTMLElement | null) => box?.closest<HTMLElement>("[role=log]") ?? null;
const scrolls = (pane: HTMLElement) => getComputedStyle(pane).overflowY !== "visible";
/** On a phone the page itself scrolls. */
const scrollerOf = (pane: HTMLElement): HTMLElement => (scrolls(pane) ? pane : document.documentElement);
