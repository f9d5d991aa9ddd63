import type { Metadata } from "next";
import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { type Place, placeOf, threadIn } from "@/app/(care)/inbox/place";
import { Queue } from "@/app/(care)/inbox/queue";
import { UndoStrip } from "@/app/(care)/inbox/undo-strip";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { inboxPage } from "@/lib/inbox/queries";
import { filterChoices } from "@/lib/inbox/queries-filters";
import type { InboxPage as InboxPageRead } from "@/lib/inbox/types";
import { load, pageContext } from "@/lib/web/page-context";
import { Conversation } from "./conversation";
import { readConversation, textingOf } from "./reading";

type Props = PageProps<"/inbox">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: threadIn(await searchParams) ? "Conversation" : "Inbox" };
}

/**
 * The queue, and beside it the conversation that was opened from it: `/inbox/<its id>`, see next.config.ts. One page,
 * so that the queue stays as it is, where it was scrolled to above all, while a nurse goes from one to the next.
 */
export default async function InboxPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const asked = await searchParams;
  const place = placeOf(asked);
  const threadId = threadIn(asked);
  // Nothing of it waits for anything else: a nurse who goes from one to the next waits for the slowest alone.
  const [page, choices, conversation] = await load(() =>
    Promise.all([
      inboxPage(ctx, place.view, place),
      filterChoices(ctx),
      threadId ? readConversation(ctx, threadId) : null,
    ]),
  );
  const current = conversation?.thread.id;
  return (
    <InboxFrame
      queue={<Queue page={page} place={place} choices={choices} current={current} />}
      queueFirst={!conversation}
    >
      {conversation ? (
        <Conversation
          key={current}
          {...conversation}
          place={place}
          next={nextIn(page, conversation.thread.id)}
          texting={() => textingOf(ctx, conversation)}
        />
      ) : (
        <NoneChosen place={place} page={page} />
      )}
      <LiveRefresh kinds={["inbound.filed", "thread.changed", "stop.changed", "patient.changed"]} />
    </InboxFrame>
  );
}

function NoneChosen({ place, page }: { place: Place; page: InboxPageRead }) {
  return (
    <>
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
    </>
  );
}

/** The conversation below this one in the queue, else the first. */
function nextIn({ rows }: InboxPageRead, threadId: string): string | null {
  const others = rows.filter((row) => row.threadId !== threadId);
  const below = rows.slice(rows.findIndex((row) => row.threadId === threadId) + 1);
  return (below[0] ?? others[0])?.threadId ?? null;
}
