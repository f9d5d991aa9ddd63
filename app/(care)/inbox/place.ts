import type { Route } from "next";
import { isId } from "@/lib/ids";
import { type InboxFilter, type InboxView, inboxViews } from "@/lib/inbox/types";
import { askedInside } from "@/lib/inbox-route";

/** Which part of the inbox stands in the queue: a view, what it is narrowed to, from its top or further down. */
export interface Place extends InboxFilter {
  view: InboxView;
  /** The last conversation of the page before. */
  after?: string | undefined;
}

const language = /^[a-z]{2,3}$/;

/** What an address asks for; the queue when it asks for nothing that there is. */
export function placeOf(asked: Record<string, string | string[] | undefined>): Place {
  const { view } = asked;
  const known = typeof view === "string" && Object.hasOwn(inboxViews, view);
  const id = (value: string | string[] | undefined) =>
    typeof value === "string" && isId(value) ? value : undefined;
  return {
    view: known ? (view as InboxView) : "waiting",
    after: id(asked.after),
    programId: id(asked.program),
    campaignId: id(asked.campaign),
    language:
      typeof asked.language === "string" && language.test(asked.language) ? asked.language : undefined,
  };
}

/** The place as proxy.ts hands it on: what the address asks for, as one part of the route. */
export const placeIn = (part: string): Place => placeOf(askedInside(part));

/** The address of that place, or of a conversation with that place beside it. */
export function addressOf(
  { view, after, programId, campaignId, language: spoken }: Place,
  threadId?: string,
): Route {
  const search = new URLSearchParams({
    ...(view !== "waiting" && { view }),
    ...(programId && { program: programId }),
    ...(campaignId && { campaign: campaignId }),
    ...(spoken && { language: spoken }),
    ...(after && { after }),
  });
  const path = threadId ? `/inbox/${threadId}` : "/inbox";
  return (search.size > 0 ? `${path}?${search}` : path) as Route;
}

export const isFiltered = ({ programId, campaignId, language: spoken }: Place): boolean =>
  Boolean(programId || campaignId || spoken);

/** How many stand in a view, in words; none where that was too dear to count. */
export const countIn = (n: number | null): string => (n === null ? "" : n > 999 ? "999+" : String(n));
