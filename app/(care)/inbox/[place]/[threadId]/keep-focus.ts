"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A control that goes takes the focus with it: when `what` has changed and nothing has the focus, `area` gets it. */
export function useKeptFocus(area: RefObject<HTMLElement | null>, what: string): void {
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    if (document.activeElement === document.body) area.current?.focus({ preventScroll: true });
  }, [what, area]);
}
