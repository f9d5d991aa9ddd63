"use client";

import { useState, useTransition } from "react";
import type { ActionState } from "@/lib/web/types";

export type AcknowledgeAction = (prev: ActionState, data: FormData) => Promise<ActionState>;

const unreached =
  "We could not reach the server, so we don't know if this was acknowledged. Check your connection and try again.";

/** What came of it: whose emergency it was, or why it was refused. */
export type Answer = { threadId: string; who: string; refused: string | null };

/** Acknowledges one at a time, and keeps the answer until it is put away. */
export function useAcknowledging(action: AcknowledgeAction) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, startTransition] = useTransition();

  function acknowledge({ threadId, who }: { threadId: string; who: string }) {
    if (pending) return;
    const data = new FormData();
    data.set("threadId", threadId);
    startTransition(async () => {
      const refused = await ask(action, data);
      startTransition(() => setAnswer({ threadId, who, refused }));
    });
  }

  return { acknowledge, pending, answer, putAway: () => setAnswer(null) };
}

async function ask(action: AcknowledgeAction, data: FormData): Promise<string | null> {
  try {
    const state = await action(null, data);
    return state?.ok === false ? state.message : null;
  } catch (error) {
    // A lost connection is a TypeError of fetch; anything else belongs to the error page.
    if (error instanceof TypeError) return unreached;
    throw error;
  }
}
