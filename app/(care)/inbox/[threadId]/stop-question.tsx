"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { confirmStopAction, rejectStopAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
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

const fields = "input, textarea, select, [role=textbox], [role=combobox]";
const overlays = "dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

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

  const answerByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented) return;
    if (event.isComposing || isTyping(event.target) || document.querySelector(overlays)) return;
    const i = answers.findIndex(({ key }) => key === event.key.toUpperCase());
    const form = i < 0 ? undefined : area.current?.querySelectorAll("form")[i];
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const open = messageId !== null;
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent) => answerByKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [open]);

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
                  <kbd aria-hidden className="rounded border px-1 font-sans text-sm max-md:hidden">
                    {key}
                  </kbd>
                </SubmitButton>
              )}
            </ActionForm>
          ))}
      </div>
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(fields) !== null);
