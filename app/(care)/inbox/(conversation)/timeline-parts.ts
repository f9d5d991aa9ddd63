import type { ThreadMessage } from "@/lib/inbox/types";
import type { ThreadEvent, TimelinePart } from "@/lib/inbox/types-working";

export type TimelineItem = { id: string; at: string } & (
  | { message: ThreadMessage; event?: never }
  | { event: ThreadEvent; message?: never }
);

/** What is shown when the newest part was read again: what was loaded before it stays, as long as nothing is missing between. */
export function joinNewest(shown: TimelinePart, newest: TimelinePart): TimelinePart {
  const [first] = newest.messages;
  if (!newest.earlier || !first) return newest;
  const reaches = (shown.messages.at(-1)?.id ?? "") >= first.id;
  if (!reaches) return newest;
  const isOlder = ({ id }: { id: string }) => id < first.id;
  return {
    messages: [...shown.messages.filter(isOlder), ...newest.messages],
    events: [...shown.events.filter(isOlder), ...newest.events],
    earlier: shown.earlier || !shown.messages.some(isOlder),
  };
}

/** The same with an older part above it; one that is there already changes nothing. */
export function joinEarlier(shown: TimelinePart, part: TimelinePart): TimelinePart {
  const first = shown.messages[0]?.id ?? "";
  if ((part.messages.at(-1)?.id ?? "") >= first) return shown;
  return {
    messages: [...part.messages, ...shown.messages],
    events: [...part.events, ...shown.events],
    earlier: part.earlier,
  };
}

/** Texts and what was done between them, in the order in which it happened: that of their ids. */
export function itemsOf({ messages, events }: TimelinePart): TimelineItem[] {
  return [
    ...messages.map((message) => ({ id: message.id, at: message.at, message })),
    ...events.map((event) => ({ id: event.id, at: event.at, event })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}
