import type { Metadata } from "next";
import { placeIn } from "@/app/(care)/inbox/place";
import { IfAnyWait } from "@/app/(care)/inbox/queue-order";
import { UndoStrip } from "@/app/(care)/inbox/undo-strip";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Inbox" };

/** Seconds. Who comes back sees the queue as it was left at once, and it is read anew right then. */
export const unstable_dynamicStaleTime = 60;

/** Beside the queue while no conversation is open. */
export default async function InboxPage({ params }: PageProps<"/inbox/[place]">) {
  const { place } = await params;
  return (
    <>
      <div className="px-4 md:px-6 lg:pt-3">
        <UndoStrip place={placeIn(place)} afloat />
      </div>
      <IfAnyWait>
        <div className="p-6 max-lg:hidden">
          <EmptyState title="Choose a conversation">
            Opening one does not claim it: you can read first.
          </EmptyState>
        </div>
      </IfAnyWait>
    </>
  );
}
