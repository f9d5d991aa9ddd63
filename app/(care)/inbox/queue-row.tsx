"use client";

import { AlarmClock, Ban, CirclePause, CircleQuestionMark, ClockAlert, Eye, UserRound } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { useNow } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { Opening } from "@/components/ui/opening";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { clockTime, isoDay, shortDay } from "@/components/ui/time-words";
import type { InboxRow } from "@/lib/inbox/types";
import { DraftMark } from "./draft-mark";
import { addressOf, type Place } from "./place";

type Props = {
  row: InboxRow;
  place: Place;
  current: boolean;
  now: string;
  /** Said only where rows of several programs stand together. */
  withProgram: boolean;
  /** It is no longer in this part of the inbox. */
  gone: boolean;
};

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** Who, how urgent it is and why, how long they have waited, and what they said last. */
export const QueueRow = memo(function QueueRow({ row, place, current, now, withProgram, gone }: Props) {
  const at = row.waitingSince ?? row.lastMessageAt;
  const time = useNow(now);
  const late = row.answerDue !== null && time >= Date.parse(row.answerDue);
  return (
    <Link
      href={addressOf(place, row.threadId)}
      prefetch={false}
      // The conversation brings its newest text into view; to bring its top there would lay the page out once more.
      scroll={false}
      data-thread={row.threadId}
      aria-current={current ? "true" : undefined}
      className={cn(
        "focus-inset relative grid min-h-11 gap-0.5 border-transparent border-l-4 px-3 py-2.5 hover:bg-hover",
        row.priority === "emergency" && "border-emergency",
        row.priority === "urgent" && "border-urgent",
        current && "bg-accent-soft",
        gone && "opacity-60",
      )}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate">
          <span className="font-medium">{row.who}</span>
          {row.language && row.language !== "en" && (
            <span className="ml-2 text-muted text-sm">{languageNames.of(row.language)}</span>
          )}
        </span>
        {at && (
          <span className={cn("shrink-0 text-sm", row.waitingSince ? "font-medium text-ink" : "text-muted")}>
            {row.waitingSince && <span className="sr-only">Waiting </span>}
            <RelativeTime at={at} now={now} zone={row.timeZone} form={row.waitingSince ? "plain" : "ago"} />
          </span>
        )}
      </span>
      <PriorityLine row={row} />
      <span className="line-clamp-2 text-ink">
        {row.preview || (
          <span className="text-muted">
            {row.passedOn
              ? "The number passed to somebody else since"
              : row.media
                ? "A picture or file, without words"
                : "No words in this text"}
          </span>
        )}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-muted text-sm empty:hidden">
        {!current && <DraftMark threadId={row.threadId} saved={row.draft} />}
        {gone && <span className="font-medium">No longer here</span>}
        {late && row.answerDue && (
          <span className="inline-flex items-center gap-1 font-medium text-danger">
            <ClockAlert aria-hidden className="size-3.5" />
            Answer was due {clockTime(new Date(row.answerDue), row.timeZone)}
          </span>
        )}
        {!late && row.answerDue && <span>Due {dueWords(row.answerDue, time, row.timeZone)}</span>}
        {row.snoozedUntil && (
          <span className="inline-flex items-center gap-1">
            <AlarmClock aria-hidden className="size-3.5" />
            Back {dueWords(row.snoozedUntil, time, row.timeZone)}
          </span>
        )}
        {row.localZone && <span>{clockTime(new Date(time), row.localZone)} for them</span>}
        {withProgram && <span className="truncate">{row.program}</span>}
        {row.claimedBy && (
          <span className="inline-flex items-center gap-1">
            <UserRound aria-hidden className="size-3.5" />
            {row.mine ? "You" : row.claimedBy}
          </span>
        )}
        {row.mayAskToStop && (
          <span className="inline-flex items-center gap-1 text-warning">
            <CircleQuestionMark aria-hidden className="size-3.5" />
            May ask to stop
          </span>
        )}
        {row.held && (
          <span className="inline-flex items-center gap-1 text-warning">
            <CirclePause aria-hidden className="size-3.5" />
            {row.held === "deceased" ? "Has died" : "Outreach on hold"}
          </span>
        )}
        {row.stopped && (
          <span className="inline-flex items-center gap-1 text-danger">
            <Ban aria-hidden className="size-3.5" />
            Stopped
          </span>
        )}
        {row.closed && <span>Closed</span>}
      </span>
      <Opening />
    </Link>
  );
});

/** How urgent, with the words that raised it. Routine says nothing. */
function PriorityLine({ row: { priority, flag } }: { row: InboxRow }) {
  const raised = flag && <q className="min-w-0 truncate text-ink">{flag.words}</q>;
  if (priority === "routine" && flag?.priority !== "review") return null;
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm">
      {priority === "emergency" && <Status tone="emergency">Emergency</Status>}
      {priority === "urgent" && <Status tone="urgent">Urgent</Status>}
      {priority === "routine" && (
        <Status tone="warning" icon={<Eye aria-hidden />}>
          Read with care
        </Status>
      )}
      {raised}
    </span>
  );
}

/** "3:40 pm", with the day where it is another one. */
function dueWords(at: string, now: number, zone: string): string {
  const moment = new Date(at);
  const today = isoDay(moment, zone) === isoDay(new Date(now), zone);
  return today ? clockTime(moment, zone) : `${shortDay(moment, zone)} ${clockTime(moment, zone)}`;
}
