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

export type LoadedPart = {
  /** The first id of the part below it, which stays when older parts come above; null for the newest. */
  until: string | null;
  /** Where its first item stands among all. */
  from: number;
  items: TimelineItem[];
};

/** The items in the parts that they were loaded in. `starts` are the first ids of all parts but the oldest, in order. */
export function inParts(items: readonly TimelineItem[], starts: readonly string[]): LoadedPart[] {
  const parts: LoadedPart[] = [];
  let from = 0;
  for (const until of [...starts, null]) {
    const end = until === null ? -1 : items.findIndex(({ id }) => id >= until);
    const to = end < 0 ? items.length : end;
    if (to > from) parts.push({ until, from, items: items.slice(from, to) });
    from = to;
  }
  return parts;
}

/** Texts and what was done between them, in the order in which it happened: that of their ids. */
export function itemsOf({ messages, events }: TimelinePart): TimelineItem[] {
  return [
    ...messages.map((message) => ({ id: message.id, at: message.at, message })),
    ...events.map((event) => ({ id: event.id, at: event.at, event })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}
