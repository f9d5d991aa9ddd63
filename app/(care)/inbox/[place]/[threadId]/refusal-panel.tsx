"use client";

import { useEffect, useRef } from "react";
import { draftOf, keepDraft } from "@/app/(care)/inbox/drafts";
import { forgetRefusal, type Refusal } from "@/app/(care)/inbox/outgoing";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** What stood before the nurse when she wrote, and what came since. */
export interface Newest {
  inbound: { id: string; words: string } | null;
  /** Of somebody else. */
  reply: { id: string; author: string; words: string } | null;
}

type Props = { threadId: string; refusal: Refusal; newest: Newest; toField: () => void };

/** Why a reply did not go, with what came meanwhile. Its words are in the field: they are kept or let go. */
export function RefusalPanel({ threadId, refusal, newest, toField }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const { inbound, reply } = newest;

  useEffect(() => panel.current?.focus(), []);

  function settle(keep: boolean) {
    forgetRefusal(threadId);
    if (!keep) keepDraft(threadId, { body: "", about: draftOf(threadId)?.about ?? "" });
    toField();
  }

  return (
    <div ref={panel} tabIndex={-1} className="outline-none">
      <Notice tone="danger" role="alert" title="Not sent">
        <p>{refusal.message}</p>
        {inbound && inbound.id !== refusal.seen && <Quote who="The patient" words={inbound.words} />}
        {reply && reply.id !== refusal.seenReply && <Quote who={reply.author} words={reply.words} />}
        <p className="mt-1 flex flex-wrap gap-2">
          <Button onClick={() => settle(true)}>Keep my words</Button>
          <Button variant="quiet" onClick={() => settle(false)}>
            Discard them
          </Button>
        </p>
      </Notice>
    </div>
  );
}

function Quote({ who, words }: { who: string; words: string }) {
  return (
    <blockquote className="line-clamp-4 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-2">
      <span className="text-muted">{who}: </span>“{words}”
    </blockquote>
  );
}
