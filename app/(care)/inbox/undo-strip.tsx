"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { businessAhead } from "@/components/shell/live";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { HeldReply } from "@/lib/inbox/types-sending";
import { undoSend, useOutgoing } from "./outgoing";
import { heldAt } from "./outgoing-list";
import { addressOf, type Place } from "./place";
import { isCounting, leavesIn } from "./undo-words";

type Props = {
  place: Place;
  /** The conversation that is open, and what the server says can still be taken back in it. */
  threadId?: string;
  held?: readonly HeldReply[];
  /** IANA, the patient's. */
  zone?: string;
  /** Texts to the open conversation's number were stopped: what waits there will not leave. */
  stopped?: boolean;
  /** Over the bottom of the page on a phone, where a list stands above it. */
  afloat?: boolean;
};

interface Held {
  threadId: string;
  messageId: string;
  leavesAt: number;
  whose: string;
}

/** Replies that have not begun to leave, of whatever conversation, each with its time and a way back. */
export function UndoStrip({ place, threadId, held = [], zone, stopped = false, afloat = false }: Props) {
  const router = useRouter();
  const outgoing = useOutgoing();
  const [now, setNow] = useState(0);
  const [problem, setProblem] = useState("");
  const [outcome, setOutcome] = useState("");

  const all: Held[] = heldAt(outgoing, now).map((one) => ({
    threadId: one.threadId,
    messageId: one.messageId ?? "",
    leavesAt: one.leavesAt ?? 0,
    whose: one.threadId === threadId ? "Your reply" : `Your reply to ${one.who}`,
  }));
  const ours = new Set(all.map(({ messageId }) => messageId));
  if (threadId)
    for (const { messageId, dueAt, author } of held) {
      const leavesAt = Date.parse(dueAt) - businessAhead();
      if (leavesAt <= now || ours.has(messageId)) continue;
      all.push({ threadId, messageId, leavesAt, whose: author ? `${author}'s reply` : "Your reply" });
    }
  // One that waits for the morning is not what somebody wants back who has just pressed send.
  const newest = all.findLast(({ leavesAt }) => isCounting(leavesAt - now)) ?? all.at(-1);
  const every = !newest ? 0 : isCounting(newest.leavesAt - now) ? 250 : 10_000;

  useEffect(() => {
    setNow(Date.now());
    if (every === 0) return;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);

  async function undo({ threadId: whereTo, messageId }: Held) {
    setProblem("");
    const why = await undoSend(whereTo, messageId);
    if (why) {
      setProblem(why);
      return;
    }
    setOutcome("Taken back. The words are in the field again.");
    if (whereTo !== threadId) router.push(addressOf(place, whereTo));
    else {
      document.querySelector<HTMLElement>("[data-reply] textarea")?.focus();
      router.refresh();
    }
  }
  useShortcut(
    { key: "z", words: "Take the reply back", run: () => newest && void undo(newest) },
    now > 0 && newest !== undefined,
  );

  const words = newest && isCounting(newest.leavesAt - now) ? `${newest.whose} is held` : "";
  return (
    <>
      <p role="status" className="sr-only">
        {words ? `${words} for a few seconds. Press Z to take it back.` : outcome}
      </p>
      {problem && (
        <Notice tone="warning" role="alert" title="Not taken back" className="mb-2">
          <p>{problem}</p>
        </Notice>
      )}
      {now > 0 &&
        all.map((one) => (
          <div
            key={one.messageId}
            className={cn(
              "mb-2 flex min-h-8 items-center gap-3 text-sm",
              afloat &&
                "max-lg:fixed max-lg:inset-x-0 max-lg:bottom-(--shell-bottom) max-lg:z-[1] max-lg:mb-0 max-lg:border-t max-lg:bg-canvas max-lg:px-4 max-lg:py-2",
            )}
          >
            <p className="min-w-0 flex-1 text-muted">
              {one.whose}
              {": "}
              <span aria-hidden={isCounting(one.leavesAt - now)} className="figures font-medium text-ink">
                {stopped && one.threadId === threadId
                  ? "will not leave, because the patient stopped texts"
                  : leavesIn(one.leavesAt - now, new Date(one.leavesAt + businessAhead()), zone ?? "UTC")}
              </span>
            </p>
            <Button aria-keyshortcuts={one === newest ? "Z" : undefined} onClick={() => void undo(one)}>
              <Undo2 aria-hidden />
              {isCounting(one.leavesAt - now) ? "Undo" : "Take back"}
              {one === newest && <KeyCaps of="Z" />}
            </Button>
          </div>
        ))}
    </>
  );
}
