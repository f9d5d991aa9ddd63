import { Ban, ChevronLeft } from "lucide-react";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { dispositions, type ThreadDetail } from "@/lib/inbox/types";
import { ClaimButton } from "./claim-button";
import { Composer } from "./composer";
import { MessageList } from "./message-list";

/** Both sides of the conversation, and what the nurse can say. */
export function Thread({ thread }: { thread: ThreadDetail }) {
  const zone = thread.program.timeZone;
  return (
    <section aria-label="Conversation" className="flex min-h-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2 md:px-6">
        <Link
          href="/inbox"
          className="-ml-1 inline-flex items-center text-muted hover:text-ink max-md:min-h-11 lg:hidden"
        >
          <ChevronLeft aria-hidden className="size-4" />
          Inbox
        </Link>
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold text-lg">{thread.who}</h1>
          <p className="text-muted text-sm">
            {thread.waitingSince ? (
              <>
                Waiting <RelativeTime at={thread.waitingSince} now={thread.now} zone={zone} />
              </>
            ) : thread.closed ? (
              `Closed: ${dispositions[thread.closed].words}`
            ) : (
              "Nobody is waiting here"
            )}
            {" · "}
            {thread.claim
              ? thread.claim.mine
                ? "You have this"
                : `${thread.claim.name} has this`
              : "Not claimed"}
          </p>
        </div>
        <ClaimButton threadId={thread.id} claim={thread.claim} />
      </header>

      <MessageList thread={thread} />

      <div className="border-t bg-canvas px-4 py-3 md:px-6 max-lg:pb-4">
        {thread.stoppedAt ? (
          <Notice tone="danger" title="No one can text this number">
            <p className="flex items-center gap-1.5">
              <Ban aria-hidden className="size-4 shrink-0" />
              <span>
                Texts to it stopped{" "}
                <RelativeTime at={thread.stoppedAt} now={thread.now} zone={zone} form="ago" />. If a patient
                needs you, call. Texts start again only when they text START.
              </span>
            </p>
          </Notice>
        ) : (
          <Composer
            key={thread.id}
            threadId={thread.id}
            seen={thread.lastInboundId}
            shownIds={thread.messages.slice(-20).map((m) => m.id)}
            patients={thread.patients.map(({ id, name }) => ({ id, name }))}
            heldBy={thread.claim && !thread.claim.mine ? thread.claim.name : null}
          />
        )}
      </div>
    </section>
  );
}
