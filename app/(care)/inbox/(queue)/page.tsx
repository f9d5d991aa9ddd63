import type { Metadata } from "next";
import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { placeOf } from "@/app/(care)/inbox/place";
import { Queue } from "@/app/(care)/inbox/queue";
import { UndoStrip } from "@/app/(care)/inbox/undo-strip";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { inboxPage } from "@/lib/inbox/queries";
import { filterChoices } from "@/lib/inbox/queries-filters";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxIndexPage({ searchParams }: PageProps<"/inbox">) {
  const ctx = await pageContext();
  const place = placeOf(await searchParams);
  const [page, choices] = await load(() =>
    Promise.all([inboxPage(ctx, place.view, place), filterChoices(ctx)]),
  );

  return (
    <InboxFrame queue={<Queue page={page} place={place} choices={choices} />} queueFirst>
      <div className="px-4 md:px-6 lg:pt-3">
        <UndoStrip place={place} afloat />
      </div>
      {page.rows.length > 0 && (
        <div className="p-6 max-lg:hidden">
          <EmptyState title="Choose a conversation">
            Opening one does not claim it: you can read first.
          </EmptyState>
        </div>
      )}
      <LiveRefresh kinds={["inbound.filed", "thread.changed", "stop.changed", "patient.changed"]} />
    </InboxFrame>
  );
}
