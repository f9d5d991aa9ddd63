"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";

/** A box that the keyboard can reach while, and only while, there is something to scroll. */
export function ScrollBox({ label, ...rest }: ComponentProps<"div"> & { label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measured = new ResizeObserver(() => {
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    });
    measured.observe(element);
    return () => measured.disconnect();
  }, []);

  const reach = scrolls ? { role: "group", "aria-label": label, tabIndex: 0 } : {};
  return <div ref={box} {...reach} {...rest} />;
}
