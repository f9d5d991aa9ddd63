"use client";

import { memo, type ReactNode, useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { ScrollBox } from "@/components/ui/scroll-box";
import { calendarDay, dayHeading, isoDay } from "@/components/ui/time-words";
import type { TimelinePart } from "@/lib/inbox/types-working";
import { EarlierTexts } from "./earlier-texts";
import { EventLine } from "./event-line";
import { MessageBubble } from "./message-bubble";
import { OutgoingBubbles } from "./outgoing-bubbles";
import { StayAtEnd } from "./stay-at-end";
import { inParts, itemsOf, type TimelineItem } from "./timeline-parts";
import { useTimeline } from "./use-timeline";

type Props = {
  threadId: string;
  /** What the page read: the newest texts, and what was done between them. */
  newest: TimelinePart;
  zone: string;
  now: string;
  /** When the number passed to somebody else. */
  passedOnAt: string | null;
  severalPatients: boolean;
  maySendAgain: boolean;
  /** Texts are not leaving at all. */
  held: boolean;
};

/** Everything said and done, oldest first, with a line where a day begins in the program's zone. */
export function MessageList({ threadId, newest, zone, now: nowIso, passedOnAt, ...each }: Props) {
  const { shown, starts, loading, loadEarlier } = useTimeline(threadId, newest);
  const items = useMemo(() => itemsOf(shown), [shown]);
  const parts = useMemo(() => inParts(items, starts), [items, starts]);
  const days = items.map(({ at }) => isoDay(new Date(at), zone));
  // To the minute: what says the same as before is not drawn again, two thousand times at each text that comes.
  const now = `${nowIso.slice(0, 16)}Z`;
  // A piece of a long text stands right under the piece before it, unless something came between.
  const isJoined = (i: number) =>
    Boolean(
      items[i]?.message?.continues && items[i - 1]?.message?.direction === "in" && days[i - 1] === days[i],
    );
  const rowAt = (item: TimelineItem, i: number) => (
    <div
      key={item.id}
      data-row={item.id}
      className={cn(
        // Contained: of two thousand rows only what changed is laid out anew.
        "flex flex-col gap-3 [contain:layout]",
        // Up to the bubble before it: the gap of the list, less the line between two pieces.
        isJoined(i) && "-mt-[11px]",
      )}
    >
      {days[i] !== days[i - 1] && <Divider>{dayHeading(new Date(item.at), new Date(now), zone)}</Divider>}
      <Row
        {...{ threadId, zone, now }}
        {...each}
        message={item.message}
        event={item.event}
        joined={isJoined(i)}
        goesOn={isJoined(i + 1)}
      />
    </div>
  );
  return (
    <ScrollBox
      role="log"
      label="Texts"
      aria-label="Texts"
      aria-live={loading === "loading" ? "off" : "polite"}
      // Blocks, one below the other: a flex box lays all two thousand of them out anew at each key that is typed below.
      className="focus-inset relative min-h-60 flex-1 space-y-3 px-4 py-4 md:px-6 lg:overflow-y-auto lg:[contain:strict]"
    >
      {passedOnAt && (
        <Divider strong>
          This number passed to somebody else on {calendarDay(new Date(passedOnAt), zone)}. What was written
          before is not shown here.
        </Divider>
      )}
      <EarlierTexts
        more={shown.earlier}
        loading={loading}
        oldest={shown.messages[0]?.id ?? ""}
        load={loadEarlier}
      />
      {parts.map(({ until, from, items: part }) => (
        // A box each: at each key that is typed below, the browser asks every child of a box in which it looks.
        <div key={until ?? "newest"} className="space-y-3 [contain:layout]">
          {part.map((item, i) => rowAt(item, from + i))}
        </div>
      ))}
      <OutgoingBubbles threadId={threadId} shownIds={shown.messages.slice(-20).map(({ id }) => id)} />
      <StayAtEnd last={items.at(-1)?.id ?? ""} />
    </ScrollBox>
  );
}

type RowProps = Omit<Props, "newest" | "passedOnAt"> & {
  /** One of both. */
  message: TimelineItem["message"];
  event: TimelineItem["event"];
  joined: boolean;
  goesOn: boolean;
};

const Row = memo(function Row({ event, message, now, ...bubble }: RowProps) {
  if (event) return <EventLine event={event} now={new Date(now)} zone={bubble.zone} />;
  return message && <MessageBubble {...bubble} message={message} />;
});

function Divider({ strong, children }: { strong?: boolean; children: ReactNode }) {
  return (
    <p
      className={
        strong
          ? "flex items-center gap-3 text-center text-muted text-sm before:h-px before:flex-1 before:bg-line-strong after:h-px after:flex-1 after:bg-line-strong"
          : "flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      }
    >
      <span className="max-w-prose">{children}</span>
    </p>
  );
}
