"use client";

import { useRef, useState } from "react";
import { confirmStopAction, rejectStopAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  threadId: string;
  /** The text that may ask us to stop and waits for a decision; null when none does. */
  asked: { messageId: string; words: string } | null;
  stopped: boolean;
  /** How many of the nurse's patients use this phone. */
  patients: number;
};

const answers = [
  { key: "S", words: "Stop texts to this number", pending: "Stopping", action: confirmStopAction },
  { key: "N", words: "Not a request to stop", pending: "Noting", action: rejectStopAction },
] as const;

/** Asks whether a text means STOP, while nobody has said. One key answers, unless somebody is typing. */
export function StopQuestion({ threadId, asked, stopped, patients }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const messageId = asked?.messageId ?? null;
  const [outcome, setOutcome] = useState("");
  const [shown, setShown] = useState(messageId);
  // Not the same as `shown`: why an answer was refused stays to be read after its question has gone.
  const [last, setLast] = useState(messageId);
  if (messageId !== shown) {
    setShown(messageId);
    if (messageId) setLast(messageId);
    setOutcome(stopped ? "Texts to this number are stopped." : "Decided: not a request to stop.");
  }

  const open = messageId !== null;
  const press = (i: number) => area.current?.querySelectorAll("form")[i]?.requestSubmit();
  useShortcut({ key: answers[0].key, words: answers[0].words, run: () => press(0) }, open);
  useShortcut({ key: answers[1].key, words: answers[1].words, run: () => press(1) }, open);

  // One answer at a time. The buttons go with the question: the focus must not go with them.
  function beginAnswer() {
    if (area.current?.querySelector("[aria-busy]")) return false;
    if (area.current?.contains(document.activeElement)) area.current.focus({ preventScroll: true });
    return true;
  }

  return (
    <div ref={area} tabIndex={-1} className="outline-none">
      <div role="status">
        {asked ? (
          <Notice title="This may be a request to stop texts." className="mb-2">
            {asked.words && (
              <blockquote className="line-clamp-3 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-2">
                “{asked.words}”
              </blockquote>
            )}
            <p className="text-muted text-sm">
              Outreach to this number waits until you decide.
              {patients > 1 && ` A stop holds for all ${patients} patients on this phone.`}
            </p>
          </Notice>
        ) : (
          <p className="sr-only">{outcome}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 has-[button,[role=alert]]:mb-3 [&_[role=alert]]:order-first [&_[role=alert]]:w-full">
        {last &&
          answers.map(({ key, words, pending, action }) => (
            <ActionForm key={`${last} ${key}`} action={action} onCheck={beginAnswer} className="contents">
              <input type="hidden" name="threadId" value={threadId} />
              <input type="hidden" name="messageId" value={last} />
              {asked && (
                <SubmitButton variant="secondary" pendingLabel={pending} aria-keyshortcuts={key}>
                  {words}
                  <KeyCaps of={key} />
                </SubmitButton>
              )}
            </ActionForm>
          ))}
      </div>
    </div>
  );
}
