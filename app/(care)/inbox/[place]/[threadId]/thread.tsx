import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { addressOf, type Place } from "@/app/(care)/inbox/place";
import { RelativeTime } from "@/components/ui/relative-time";
import { dispositions, type ThreadDetail } from "@/lib/inbox/types";
import { ActionBar } from "./action-bar";
import { ClaimButton } from "./claim-button";
import { ClaimLine } from "./claim-line";
import { momentWords } from "./event-words";
import { HeldNotice } from "./held-notice";
import { MessageList } from "./message-list";
import { Presence } from "./presence";
import { StopQuestion } from "./stop-question";
import { ThreadHeading } from "./thread-heading";

type Props = {
  thread: ThreadDetail;
  place: Place;
  /** Texts are not leaving at all: what is written now waits. */
  held: boolean;
  /** Where the nurse writes. */
  reply: ReactNode;
};

/** Both sides of the conversation, and what the nurse can say. */
export function Thread({ thread, place, held, reply }: Props) {
  const zone = thread.program.timeZone;
  return (
    <section
      aria-label="Conversation"
      className="-scroll-mb-4 flex min-h-0 flex-col max-lg:min-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom))]"
    >
      <header className="z-[1] flex items-center gap-x-4 gap-y-2 border-b bg-canvas px-4 py-2 max-lg:tall:sticky max-lg:top-(--shell-top) lg:relative max-md:gap-x-2 md:px-6">
        <Link
          href={addressOf(place)}
          className="-ml-2 inline-flex min-h-8 shrink-0 items-center rounded px-1 text-muted hover:text-ink max-md:-ml-3 max-md:size-11 max-md:justify-center lg:hidden"
        >
          <ChevronLeft aria-hidden className="size-4 max-md:size-5" />
          <span className="max-md:sr-only">Inbox</span>
        </Link>
        <div className="min-w-0 flex-1">
          <ThreadHeading key={thread.id}>{thread.who}</ThreadHeading>
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <span>
              {thread.snoozedUntil ? (
                `Put off until ${momentWords(thread.snoozedUntil, new Date(thread.now), zone)}`
              ) : thread.waitingSince ? (
                <>
                  Waiting <RelativeTime at={thread.waitingSince} now={thread.now} zone={zone} />
                </>
              ) : thread.closed ? (
                `Closed: ${dispositions[thread.closed].words}`
              ) : (
                "No answer is due"
              )}
            </span>
            <ClaimLine threadId={thread.id} claim={thread.claim} zone={zone} />
          </p>
          <Presence threadId={thread.id} />
        </div>
        <a
          href="#about"
          className="inline-flex min-h-8 shrink-0 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11 lg:hidden"
        >
          Details
        </a>
        <ClaimButton key={`claim ${thread.id}`} threadId={thread.id} claim={thread.claim} />
      </header>

      <MessageList
        key={`${thread.id} ${thread.passedOn?.at}`}
        threadId={thread.id}
        newest={newestOf(thread)}
        zone={zone}
        now={thread.now}
        passedOnAt={thread.passedOn?.at ?? null}
        severalPatients={thread.patients.length > 1}
        maySendAgain={thread.stoppedAt === null && thread.claim?.mine !== false}
        held={held}
      />

      <div className="border-t bg-canvas px-4 py-3 max-lg:tall:sticky max-lg:bottom-(--shell-bottom) md:px-6">
        <ActionBar
          key={`acts ${thread.id}`}
          threadId={thread.id}
          seen={thread.lastInboundId}
          patients={thread.patients.map(({ id, name }) => ({ id, name }))}
          closed={thread.closed !== null}
          putOff={thread.snoozedUntil !== null}
          times={thread.putOffTimes}
          now={thread.now}
          zone={zone}
          onward={addressOf(place)}
        />
        <HeldNotice thread={thread} />
        <StopQuestion
          key={`question ${thread.id}`}
          threadId={thread.id}
          asked={thread.openSuggestion}
          stopped={thread.stoppedAt !== null}
          patients={thread.patients.length}
        />
        {held && !thread.stoppedAt && (
          // On a phone the banner that says so has scrolled away.
          <p className="mb-2 text-sm text-warning lg:hidden">
            Texts are not leaving now. Your reply waits and goes later.
          </p>
        )}
        {reply}
      </div>
    </section>
  );
}

const newestOf = ({ messages, events, earlierMessages: earlier }: ThreadDetail) => ({
  ...{ messages, events, earlier },
});
