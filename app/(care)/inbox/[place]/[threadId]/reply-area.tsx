import type { Place } from "@/app/(care)/inbox/place";
import { UndoStrip } from "@/app/(care)/inbox/undo-strip";
import { whyNotSent } from "@/app/why-not-sent";
import { calendarDay } from "@/components/ui/time-words";
import type { ThreadDetail, ThreadMessage } from "@/lib/inbox/types";
import type { Composing } from "@/lib/inbox/types-sending";
import type { LastReply } from "./came-back";
import { Composer } from "./composer";
import type { Newest } from "./refusal-panel";
import { StoppedNotice } from "./stopped-notice";

type Props = {
  thread: ThreadDetail;
  composing: Composing;
  place: Place;
};

/** What is on its way, and the field for the next reply, or why there is none. */
export function ReplyArea({ thread, composing, place }: Props) {
  const { id: threadId, stoppedAt } = thread;
  return (
    <>
      <UndoStrip
        place={place}
        threadId={threadId}
        held={composing.held}
        zone={composing.theirTime.zones[0] ?? thread.program.timeZone}
        stopped={stoppedAt !== null}
      />
      {stoppedAt ? (
        <StoppedNotice
          key={threadId}
          threadId={threadId}
          day={calendarDay(new Date(stoppedAt), thread.program.timeZone)}
          draft={composing.draft?.body ?? ""}
        />
      ) : (
        <Composer
          key={threadId}
          threadId={threadId}
          who={thread.who}
          seen={seenIn(thread)}
          newest={newestIn(thread, composing.newestOfOthers)}
          last={lastReplyIn(thread.messages)}
          composing={composing}
          patients={thread.patients.map(({ id, name }) => ({ id, name }))}
          heldBy={thread.claim && !thread.claim.mine ? thread.claim.name : null}
          segmentCostMicros={thread.program.segmentCostMicros}
          now={thread.now}
          place={place}
        />
      )}
    </>
  );
}

/** The newest text on this page: one may have been filed while it was read, after its thread was. Ids grow. */
function seenIn({ messages, lastInboundId }: ThreadDetail): string | null {
  const shown = messages.findLast(({ direction }) => direction === "in")?.id ?? null;
  return shown && (!lastInboundId || shown > lastInboundId) ? shown : lastInboundId;
}

function newestIn(thread: ThreadDetail, ofOthers: string | null): Newest {
  const { messages } = thread;
  const inbound = messages.find(({ id }) => id === seenIn(thread));
  const reply = ofOthers && messages.find(({ id }) => id === ofOthers);
  return {
    inbound: inbound ? { id: inbound.id, words: inbound.body } : null,
    reply: reply ? { id: reply.id, author: reply.author ?? "Somebody", words: reply.body } : null,
  };
}

/** The newest reply, where its words did not reach the patient and are to be had again. */
function lastReplyIn(messages: readonly ThreadMessage[]): LastReply | null {
  const last = messages.findLast(({ purpose }) => purpose === "reply");
  if (!last) return null;
  const { state, reason, body } = last;
  if (state === "cancelled" && reason === "newer_text")
    return { state: "stopped_by_newer", words: body, why: null };
  if (state !== "rejected" && state !== "undeliverable") return null;
  return { state: "refused", words: body, why: whyNotSent(state, reason) };
}
