import type { Route } from "next";
import { isId } from "@/lib/ids";
import { type InboxView, inboxViews } from "@/lib/inbox/types";

/** Which part of the inbox stands in the queue: a view, from its top or further down. */
export interface Place {
  view: InboxView;
  /** The last conversation of the page before. */
  after?: string | undefined;
}

/** What an address asks for; the queue when it asks for nothing that there is. */
export function placeOf(asked: Record<string, string | string[] | undefined>): Place {
  const { view, after } = asked;
  const known = typeof view === "string" && Object.hasOwn(inboxViews, view);
  return {
    view: known ? (view as InboxView) : "waiting",
    after: typeof after === "string" && isId(after) ? after : undefined,
  };
}

/** The address of that place, or of a conversation with that place beside it. */
export function addressOf({ view, after }: Place, threadId?: string): Route {
  const search = new URLSearchParams({
    ...(view !== "waiting" && { view }),
    ...(after && { after }),
  });
  const path = threadId ? `/inbox/${threadId}` : "/inbox";
  return (search.size > 0 ? `${path}?${search}` : path) as Route;
}
