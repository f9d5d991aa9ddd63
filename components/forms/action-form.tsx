"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type ComponentProps,
  type SubmitEvent,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useTransition,
} from "react";
import { cn } from "@/components/ui/cn";
import type { ActionState } from "@/lib/web/types";
import { FormResult } from "./form-result";
import { FormState } from "./form-state";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: (prev: ActionState, data: FormData) => Promise<ActionState>;
  /** After success: keep what the fields hold (editing), or clear them (adding one more). */
  after?: "keep" | "clear";
  /** Client only: called once per success, such as to close a dialog. */
  onDone?: () => void;
  /** Client only: return false to stay, having shown why. */
  onCheck?: (data: FormData) => boolean;
};

const UNREACHED: ActionState = {
  ok: false,
  code: "unreached",
  message:
    "We could not reach the server, so we don't know if this was saved. What you typed is still here. Check your connection and try again.",
};

/** A form around a server action. Keeps what was typed, says what went wrong where it did, sends once. */
export function ActionForm({ action, after = "keep", onDone, onCheck, className, children, ...rest }: Props) {
  // Without JavaScript the browser posts and the page comes back with this state.
  const [posted, post] = useActionState(action, null);
  const [answered, setAnswered] = useState<ActionState>(null);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const state = answered ?? posted;

  // Prevented on purpose: an action run by React empties the fields, whatever the answer.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (sending.current || onCheck?.(data) === false) return;
    sending.current = true;
    startTransition(async () => {
      const answer = await ask(action, state, data).finally(() => {
        sending.current = false;
      });
      startTransition(() => setAnswered(answer));
    });
  }

  const done = useEffectEvent(() => {
    if (after === "clear") form.current?.reset();
    onDone?.();
  });
  useEffect(() => {
    if (answered?.ok) done();
  }, [answered]);

  return (
    <FormState value={state}>
      <form
        {...rest}
        ref={form}
        action={post}
        onSubmit={submit}
        aria-busy={pending || undefined}
        noValidate
        className={cn("grid max-w-prose gap-4", className)}
      >
        <FormResult state={state} />
        {children}
      </form>
    </FormState>
  );
}

async function ask(action: Props["action"], state: ActionState, data: FormData) {
  try {
    return await action(state, data);
  } catch (error) {
    unstable_rethrow(error);
    // A lost connection is a TypeError of fetch; anything else belongs to the error page.
    if (error instanceof TypeError) return UNREACHED;
    throw error;
  }
}
