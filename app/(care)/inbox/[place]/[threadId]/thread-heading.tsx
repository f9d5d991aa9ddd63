"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Whose conversation it is. Takes the focus that opening it left in the queue or nowhere. */
export function ThreadHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest("[data-queue]"))
      heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className="line-clamp-2 break-words font-semibold text-lg outline-none max-md:leading-tight"
    >
      {children}
    </h1>
  );
}
