import { ScrollBox } from "@/components/ui/scroll-box";
import { dayHeading } from "@/components/ui/time-words";
import type { ThreadDetail } from "@/lib/inbox/types";
import { MessageBubble } from "./message-bubble";
import { StayAtEnd } from "./stay-at-end";

/** Everything said, oldest first, with a line where a day begins in the program's zone. */
export function MessageList({ thread }: { thread: ThreadDetail }) {
  const zone = thread.program.timeZone;
  const now = new Date(thread.now);
  const dayOf = (at: string) => dayHeading(new Date(at), now, zone);
  return (
    <ScrollBox
      role="log"
      label="Texts"
      aria-label="Texts"
      className="focus-inset relative flex min-h-60 flex-1 flex-col gap-3 px-4 py-4 md:px-6 lg:overflow-y-auto"
    >
      {thread.earlierMessages && (
        <p className="text-center text-muted text-sm">Only the newest 200 texts are shown.</p>
      )}
      {thread.messages.map((message, i) => {
        const day = dayOf(message.at);
        const before = thread.messages[i - 1];
        return (
          <div key={message.id} className="contents">
            {(!before || dayOf(before.at) !== day) && (
              <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {day}
              </p>
            )}
            <MessageBubble message={message} zone={zone} severalPatients={thread.patients.length > 1} />
          </div>
        );
      })}
      <StayAtEnd last={thread.messages.at(-1)?.id ?? ""} />
    </ScrollBox>
  );
}
