"use client";

import { PencilLine } from "lucide-react";
import { useDraft } from "./drafts";

type Props = {
  threadId: string;
  /** The server has one. */
  saved?: boolean;
};

/** Says in the queue that a reply was begun and not sent. */
export function DraftMark({ threadId, saved = false }: Props) {
  const here = useDraft(threadId);
  if (here ? !here.body.trim() : !saved) return null;
  return (
    <span className="inline-flex items-center gap-1 font-medium text-accent">
      <PencilLine aria-hidden className="size-3.5" />
      Draft
    </span>
  );
}
