import { ScrollBox } from "@/components/ui/scroll-box";
import { calendarDay, dayHeading } from "@/components/ui/time-words";
import type { ThreadDetail } from "@/lib/inbox/types";
import { MessageBubble } from "./message-bubble";
import { OutgoingBubbles } from "./outgoing-bubbles";
import { StayAtEnd } from "./stay-at-end";

/** Everything said, oldest first, with a line where a day begins in the program's zone. */
export function MessageList({ thread, held }: { thread: ThreadDetail; held: boolean }) {
  const zone = thread.program.timeZone;
  const now = new Date(thread.now);
  const dayOf = (at: string) => dayHeading(new Date(at), now, zone);
  // A piece of a long text stands right under the piece before it, unless something came between.
  const isJoined = (i: number) => {
    const [before, message] = [thread.messages[i - 1], thread.messages[i]];
    return Boolean(
      message?.continues && before?.direction === "in" && dayOf(before.at) === dayOf(message.at),
    );
  };
  return (
    <ScrollBox
      role="log"
      label="Texts"
      aria-label="Texts"
      className="focus-inset relative flex min-h-60 flex-1 flex-col gap-3 px-4 py-4 md:px-6 lg:overflow-y-auto"
    >
      {thread.passedOn && (
        <p className="flex items-center gap-3 text-center text-muted text-sm before:h-px before:flex-1 before:bg-line-strong after:h-px after:flex-1 after:bg-line-strong">
          <span className="max-w-prose">
            This number passed to somebody else on {calendarDay(new Date(thread.passedOn.at), zone)}. What was
            written before is not shown here.
          </span>
        </p>
      )}
      {thread.earlierMessages && (
        <p className="text-center text-muted text-sm">Only the newest 200 texts are shown.</p>
      )}
      {thread.messages.map((message, i) => {
        const day = dayOf(message.at);
        const before = thread.messages[i - 1];
        const newDay = !before || dayOf(before.at) !== day;
        return (
          <div key={message.id} className="contents">
            {newDay && (
              <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {day}
              </p>
            )}
            <MessageBubble
              threadId={thread.id}
              message={message}
              zone={zone}
              severalPatients={thread.patients.length > 1}
              joined={isJoined(i)}
              goesOn={isJoined(i + 1)}
              held={held}
              maySendAgain={thread.stoppedAt === null && thread.claim?.mine !== false}
            />
          </div>
        );
      })}
      <OutgoingBubbles threadId={thread.id} shownIds={thread.messages.slice(-20).map(({ id }) => id)} />
      <StayAtEnd last={thread.messages.at(-1)?.id ?? ""} />
    </ScrollBox>
  );
}
