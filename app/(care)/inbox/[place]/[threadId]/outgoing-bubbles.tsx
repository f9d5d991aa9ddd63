"use client";

import { CloudOff } from "lucide-react";
import { useOutgoing } from "@/app/(care)/inbox/outgoing";
import { type Outgoing, unseenIn } from "@/app/(care)/inbox/outgoing-list";
import { Status } from "@/components/ui/status";
import { StayAtEnd } from "./stay-at-end";

/** What was sent from here and the page does not show yet. It is said in the reply's own status, so not once more here. */
export function OutgoingBubbles({ threadId, shownIds }: { threadId: string; shownIds: readonly string[] }) {
  const replies = unseenIn(useOutgoing(), threadId, shownIds);
  return (
    <>
      {replies.map((reply) => (
        <article
          key={reply.key}
          aria-live="off"
          className="ml-auto grid w-fit max-w-[34rem] justify-items-end gap-1 rounded"
        >
          <p className="text-muted text-sm">You</p>
          <p className="whitespace-pre-wrap break-words rounded bg-accent-soft px-3 py-2">{reply.body}</p>
          <State of={reply} />
        </article>
      ))}
      <StayAtEnd last={replies.at(-1)?.key ?? ""} />
    </>
  );
}

function State({ of: { state, leavesAt } }: { of: Outgoing }) {
  if (state === "waiting")
    return (
      <Status tone="warning" icon={<CloudOff aria-hidden />}>
        Waiting for the connection
      </Status>
    );
  if (state === "taken" && leavesAt) return <Status>Waiting to be sent</Status>;
  return <Status tone="active">Sending</Status>;
}
