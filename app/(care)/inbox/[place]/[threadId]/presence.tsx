"use client";

import { Eye, Keyboard } from "lucide-react";
import { useEffect } from "react";
import { useLive } from "@/components/shell/live";
import type { PresenceNow } from "@/lib/inbox/types-working";
import { othersWords, setPresence, usePresence } from "./presence-now";

const sayEvery = 10_000;
const address = "/api/presence";

/** Tells colleagues that this conversation is open here, and shows who else has it open or types in it. */
export function Presence({ threadId }: { threadId: string }) {
  const { others } = usePresence(threadId);

  useEffect(() => {
    const say = () => {
      if (document.visibilityState === "visible") void exchange(threadId, { threadId });
    };
    // Said by a beacon: what is being left does not wait for an answer.
    const leave = () => {
      const said = JSON.stringify({ threadId, leaving: true });
      navigator.sendBeacon(address, new Blob([said], { type: "application/json" }));
    };
    const turn = () => (document.visibilityState === "visible" ? say() : leave());
    say();
    const timer = setInterval(say, sayEvery);
    document.addEventListener("visibilitychange", turn);
    addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", turn);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [threadId]);

  useLive(() => void exchange(threadId), { kinds: ["presence.changed"], threadId });

  const words = othersWords(others);
  if (!words) return null;
  const Icon = others.some(({ typing }) => typing) ? Keyboard : Eye;
  return (
    // Below the header and over the texts: who comes and goes must not move what is read.
    <span className="absolute top-full right-4 mt-1 inline-flex items-center gap-1.5 rounded border bg-canvas px-2 py-0.5 text-accent text-sm">
      <Icon aria-hidden className="size-3.5" />
      {words}
    </span>
  );
}

/** Says that one is here, or only asks; keeps what comes back. A failure is as good as an older answer. */
async function exchange(threadId: string, said?: { threadId: string }): Promise<void> {
  try {
    const response = said
      ? await fetch(address, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(said),
        })
      : await fetch(`${address}?threadId=${threadId}`);
    if (response.ok) setPresence(threadId, (await response.json()) as PresenceNow);
  } catch {
    // The next one comes in seconds, and a lost line has a banner of its own.
  }
}
