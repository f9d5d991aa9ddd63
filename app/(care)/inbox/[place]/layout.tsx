import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { placeIn } from "@/app/(care)/inbox/place";
import { Queue } from "@/app/(care)/inbox/queue";
import { QueueOrder } from "@/app/(care)/inbox/queue-order";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { inboxPage } from "@/lib/inbox/queries";
import { filterChoices } from "@/lib/inbox/queries-filters";
import { load, pageContext } from "@/lib/web/page-context";

/**
 * The queue, and beside it the conversation that was opened from it. Its place is part of the route inside (see
 * lib/inbox-route.ts), so that it stays as it is, and is not read anew, while a nurse goes from one conversation to the next.
 */
export default async function InboxLayout({ params, children }: LayoutProps<"/inbox/[place]">) {
  const ctx = await pageContext();
  const place = placeIn((await params).place);
  const [page, choices] = await load(() =>
    Promise.all([inboxPage(ctx, place.view, place), filterChoices(ctx)]),
  );
  return (
    <QueueOrder threadIds={page.rows.map(({ threadId }) => threadId)}>
      <InboxFrame queue={<Queue page={page} place={place} choices={choices} />}>{children}</InboxFrame>
      <LiveRefresh
        kinds={["inbound.filed", "thread.changed", "stop.changed", "patient.changed"]}
        readAt={page.now}
      />
    </QueueOrder>
  );
}
