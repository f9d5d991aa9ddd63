"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState } from "@/lib/web/types";
import { ActionForm } from "./action-form";

type Props = {
  action: (prev: ActionState, data: FormData) => Promise<ActionState>;
  /** Sent along as hidden fields. */
  values: Record<string, string>;
  /** The verb. Pressed once it asks `question`, pressed again it acts. */
  verb: string;
  pending?: string;
  question: ReactNode;
  /** False once there is nothing left to do: then only the answer stays. */
  offered?: boolean;
  className?: string;
  /** Above the button, as long as it is offered. */
  children?: ReactNode;
};

/** A button that asks once more where it stands, for what may do harm to one person and needs no dialog. */
export function AskFirst({
  action,
  values,
  verb,
  pending,
  question,
  offered = true,
  className,
  children,
}: Props) {
  const [asking, setAsking] = useState(false);
  const asked = useRef<HTMLFieldSetElement>(null);
  const questionId = useId();
  const button = useRef<HTMLButtonElement>(null);

  // Never a button first: a held Enter must not run through the question.
  useEffect(() => {
    if (asking) asked.current?.focus();
  }, [asking]);

  function cancel() {
    setAsking(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") cancel();
  }

  // The button goes with the answer: the focus must not go with it.
  function leaveButton() {
    asked.current?.closest<HTMLElement>("[data-asks]")?.focus();
    return true;
  }

  return (
    <ActionForm action={action} onCheck={leaveButton} onDone={() => setAsking(false)} className={className}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {offered && children}
      {offered && !asking && (
        <div>
          <Button ref={button} onClick={() => setAsking(true)}>
            {verb}
          </Button>
        </div>
      )}
      {offered && asking && (
        // Escape takes the question back, wherever the focus is in it.
        <fieldset
          ref={asked}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          aria-labelledby={questionId}
          className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2 rounded outline-none"
        >
          <p id={questionId} className="font-medium">
            {question}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <SubmitButton pendingLabel={pending}>{verb}</SubmitButton>
            <Button variant="quiet" onClick={cancel}>
              Cancel
            </Button>
          </div>
        </fieldset>
      )}
    </ActionForm>
  );
}
