import { applicationRole, connect } from "@/db/client";
import type { InboxReads } from "@/e2e/bench/stage";
import type { Ctx } from "@/lib/context";
import { inboxPage } from "@/lib/inbox/queries";
import { threadDetail } from "@/lib/inbox/queries-thread";
import { countsOf } from "@/lib/inbox/queue-counts";
import { orderedThreads } from "@/lib/inbox/queue-order";
import { type InboxView, inboxViews } from "@/lib/inbox/types";

/** What the web server asks the database for a nurse's inbox, asked by the same code from here. */
export async function openInboxReads(
  url: string,
  nurse: { id: string; name: string },
  now: () => Date,
): Promise<InboxReads> {
  const { db, close } = connect(url, { max: 4, role: applicationRole });
  const ctx = (): Ctx => ({
    actor: { kind: "user", userId: nurse.id, role: "nurse", name: nurse.name },
    ...{ db, now: now() },
  });
  const known = (view: string): InboxView => {
    if (!Object.hasOwn(inboxViews, view)) throw new Error(`The inbox has no view "${view}".`);
    return view as InboxView;
  };
  return {
    views: Object.keys(inboxViews),
    page: async (view, narrowed = {}, after) =>
      (await orderedThreads(ctx(), known(view), narrowed, after)).next,
    counts: (narrowed = {}) => countsOf(ctx(), narrowed),
    whole: async (view, narrowed = {}) => void (await inboxPage(ctx(), known(view), narrowed)),
    thread: async (threadId) => void (await threadDetail(ctx(), threadId)),
    close,
  };
}
