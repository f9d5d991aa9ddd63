"use client";

import { useEffect, useRef } from "react";
import { keepDraft, useDraft } from "@/app/(care)/inbox/drafts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** In place of the field once texts were stopped, on `day`. Words that were begun are not lost, and go nowhere. */
export function StoppedNotice({ threadId, day, draft }: { threadId: string; day: string; draft: string }) {
  const notice = useRef<HTMLDivElement>(null);
  const begun = useDraft(threadId)?.body ?? draft;

  // The field went away under the hands of who typed in it: the focus must not go with it.
  useEffect(() => {
    if (document.activeElement === document.body) notice.current?.focus();
  }, []);

  return (
    <div ref={notice} tabIndex={-1} className="outline-none">
      <Notice tone="danger" role="status" title="No one can text this number">
        <p>
          Texts to it were stopped on {day}. If a patient needs you, call. Texts start again only when they
          text START or sign a new consent.
        </p>
        {begun.trim() !== "" && (
          <>
            <p>You had begun to write. It was not sent:</p>
            <blockquote className="line-clamp-3 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-2">
              “{begun}”
            </blockquote>
            <p>
              <Button onClick={() => keepDraft(threadId, { body: "", about: "" })}>Discard it</Button>
            </p>
          </>
        )}
      </Notice>
    </div>
  );
}
