"use client";

import { PencilLine } from "lucide-react";
import { useDraft } from "./drafts";

/** Says in the queue that a reply was begun and not sent. */
export function DraftMark({ threadId }: { threadId: string }) {
  if (!useDraft(threadId)?.body.trim()) return null;
  return (
    <span className="inline-flex items-center gap-1 font-medium text-accent">
      <PencilLine aria-hidden className="size-3.5" />
      Draft
    </span>
  );
}
