"use client";

import { together } from "@/app/(care)/inbox/draft-keeping";
import { forgetOther, keepDraft, useDraft, useOtherWords } from "@/app/(care)/inbox/drafts";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The newest reply of this conversation, where it did not reach the patient. */
export interface LastReply {
  state: "stopped_by_newer" | "refused";
  words: string;
  /** Why the carrier refused it, as a sentence. */
  why: string | null;
}

type Props = { threadId: string; last: LastReply | null; toField: () => void };

/** Words that are the nurse's to send again: of a reply that a newer text stopped, of one that the carrier refused, or from another tab. */
export function CameBack({ threadId, last, toField }: Props) {
  const draft = useDraft(threadId);
  const other = useOtherWords(threadId);
  const typed = draft?.body ?? "";
  const refused = last?.state === "refused" && !typed.includes(last.words.trim()) ? last : null;

  function add(words: string) {
    keepDraft(threadId, { body: together(words, typed), about: draft?.about ?? "" });
    toField();
  }
  useShortcut(
    { key: "w", words: "Write the refused reply again", run: () => refused && add(refused.words) },
    refused !== null,
  );

  return (
    <>
      {last?.state === "stopped_by_newer" && typed.trim() !== "" && (
        <Notice
          tone="warning"
          role="status"
          title="A newer text came before your reply left, so it did not go."
        >
          <p>Your words are here again. Read what is new, then send or change them.</p>
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" title="The last reply did not reach the patient.">
          {refused.why && <p>{refused.why}</p>}
          <p>
            <Button aria-keyshortcuts="W" onClick={() => add(refused.words)}>
              Write it again
              <KeyCaps of="W" />
            </Button>
          </p>
        </Notice>
      )}
      {other !== null && (
        <Notice role="status" title="You also wrote here in another tab or browser.">
          <blockquote className="line-clamp-3 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-2">
            “{other}”
          </blockquote>
          <p className="mt-1 flex flex-wrap gap-2">
            <Button
              onClick={() => {
                forgetOther(threadId);
                add(other);
              }}
            >
              Put it in
            </Button>
            <Button variant="quiet" onClick={() => forgetOther(threadId)}>
              Leave it
            </Button>
          </p>
        </Notice>
      )}
    </>
  );
}
