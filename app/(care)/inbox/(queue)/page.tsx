import type { Metadata } from "next";
import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { Queue } from "@/app/(care)/inbox/queue";
import { viewOf } from "@/app/(care)/inbox/view";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { inboxPage } from "@/lib/inbox/queries";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxIndexPage({ searchParams }: PageProps<"/inbox">) {
  const ctx = await pageContext();
  const { view: asked, after } = await searchParams;
  const view = viewOf(asked);
  const page = await load(() => inboxPage(ctx, view, typeof after === "string" ? after : undefined));

  return (
    <InboxFrame queue={<Queue page={page} view={view} />} queueFirst>
      <div className="p-6 max-lg:hidden">
        <EmptyState title={page.waiting > 0 ? "Choose a conversation" : "Nobody is waiting"}>
          {page.waiting > 0
            ? "The one at the top has waited longest."
            : "New texts from patients appear here by themselves, the longest wait first."}
        </EmptyState>
      </div>
      <LiveRefresh kinds={["inbound.filed", "thread.changed", "stop.changed"]} />
    </InboxFrame>
  );
}
