"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: its page is on its way and takes longer than one would expect. The link is `relative`. */
export function Opening() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span role="status" className="absolute inset-x-0 bottom-0 h-0.5 animate-late bg-accent">
      <span className="sr-only">Opening</span>
    </span>
  );
}
