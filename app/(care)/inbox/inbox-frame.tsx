"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type Props = {
  queue: ReactNode;
  children: ReactNode;
};

/** The queue beside what was chosen from it; one at a time where there is no room for both. */
export function InboxFrame({ queue, children }: Props) {
  const queueFirst = useSelectedLayoutSegment() === null;
  return (
    <div className="lg:fill-screen lg:grid lg:grid-cols-[21rem_minmax(0,1fr)]">
      {/* relative: words for screen readers alone stay in the pane that scrolls, and do not stretch the page. */}
      <div
        data-queue
        className={cn("relative min-h-0 lg:overflow-y-auto lg:border-r", !queueFirst && "max-lg:hidden")}
      >
        {queue}
      </div>
      <div className="min-h-0 min-w-0">{children}</div>
    </div>
  );
}
