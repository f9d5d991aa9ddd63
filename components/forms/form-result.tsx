"use client";

import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/web/types";
import { SecretLine } from "./secret-line";

/** The answer to a form. A refusal takes the focus and leads to each field; a success is only announced, unless there is something to copy. */
export function FormResult({ state }: { state: ActionState }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state && (!state.ok || state.secret)) notice.current?.focus();
  }, [state]);

  function goTo(name: string) {
    const found = notice.current?.closest("form")?.elements.namedItem(name);
    const control = found instanceof RadioNodeList ? found[0] : found;
    if (control instanceof HTMLElement) control.focus();
  }

  if (state?.ok === false) {
    const wrong = Object.entries(state.fields ?? {}).flatMap(([name, errors]) =>
      errors.map((sentence) => ({ name, sentence })),
    );
    return (
      <Notice ref={notice} tone="danger" role="alert" tabIndex={-1} title={state.message}>
        {wrong.length > 0 && (
          <ul className="grid">
            {wrong.map(({ name, sentence }) => (
              <li key={name + sentence}>
                <button
                  type="button"
                  onClick={() => goTo(name)}
                  className="min-h-6 rounded text-left text-danger underline underline-offset-2 max-md:min-h-11"
                >
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    );
  }
  if (state?.secret)
    return (
      <Notice ref={notice} tone="success" tabIndex={-1} title={state.message}>
        <SecretLine key={state.secret} secret={state.secret} />
        <p>It is shown only now, and nobody can look it up later.</p>
      </Notice>
    );
  return (
    <div role="status" className="empty:hidden">
      {state?.ok && state.message && <Notice tone="success" title={state.message} />}
    </div>
  );
}
