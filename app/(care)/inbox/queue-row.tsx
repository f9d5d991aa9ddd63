import { Ban, CirclePause, CircleQuestionMark, UserRound } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
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
};

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** Who, how long they have waited, and what they said last. */
export function QueueRow({ row, place, current, now, withProgram }: Props) {
  const at = row.waitingSince ?? row.lastMessageAt;
  return (
    <Link
      href={addressOf(place, row.threadId)}
      prefetch={false}
      aria-current={current ? "true" : undefined}
      className={cn(
        "focus-inset grid min-h-11 gap-0.5 px-4 py-2.5 hover:bg-hover",
        current && "bg-accent-soft",
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
    </Link>
  );
}
