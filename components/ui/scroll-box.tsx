"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";

/** A box that the keyboard can reach while, and only while, there is something to scroll. */
export function ScrollBox({ label, ...rest }: ComponentProps<"div"> & { label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    // Its own size stays what it is when what it holds grows.
    const measured = new ResizeObserver(measure);
    const filled = new MutationObserver(measure);
    measured.observe(element);
    filled.observe(element, { childList: true, subtree: true });
    return () => {
      measured.disconnect();
      filled.disconnect();
    };
  }, []);

  const reach = scrolls ? { role: "group", "aria-label": label, tabIndex: 0 } : {};
  return <div ref={box} {...reach} {...rest} />;
}
