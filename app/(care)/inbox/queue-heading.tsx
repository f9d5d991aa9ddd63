"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";

/** Beside a conversation that one is the heading of the page. */
export function QueueHeading({ children }: { children: ReactNode }) {
  const Heading = useSelectedLayoutSegment() === null ? "h1" : "h2";
  return <Heading className="font-semibold">{children}</Heading>;
}
