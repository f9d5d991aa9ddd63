import type { Metadata } from "next";
import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { placeOf } from "@/app/(care)/inbox/place";
import { Queue } from "@/app/(care)/inbox/queue";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { inboxPage } from "@/lib/inbox/queries";
import { textingBeside } from "@/lib/inbox/queries-beside";
import { composing } from "@/lib/inbox/queries-composing";
import { filterChoices } from "@/lib/inbox/queries-filters";
import { threadDetail } from "@/lib/inbox/queries-thread";
import { urgencyOf } from "@/lib/inbox/queries-urgency";
import type { InboxPage } from "@/lib/inbox/types";
import { carrierStanding } from "@/lib/messaging/standing";
import { load, pageContext } from "@/lib/web/page-context";
import { Beside } from "./beside";
import { ReplyArea } from "./reply-area";
import { Thread } from "./thread";
import { UrgencyProvider } from "./urgency";

export const metadata: Metadata = { title: "Conversation" };

export default async function ThreadPage({ params, searchParams }: PageProps<"/inbox/[threadId]">) {
  const ctx = await pageContext();
  const { threadId } = await params;
  const place = placeOf(await searchParams);
  // Nothing of it waits for anything else: a nurse who goes from one to the next waits for the slowest alone.
  const [thread, started, urgency, page, choices, { stopped }] = await load(() =>
    Promise.all([
      threadDetail(ctx, threadId),
      composing(ctx, threadId),
      urgencyOf(ctx, threadId),
      inboxPage(ctx, place.view, place),
      filterChoices(ctx),
      carrierStanding(ctx),
    ]),
  );

  const people = thread.patients.map((patient) => patient.id);

  return (
    <InboxFrame queue={<Queue page={page} place={place} choices={choices} current={thread.id} />}>
      <UrgencyProvider urgency={urgency}>
        <div className="lg:grid lg:h-full lg:grid-cols-[minmax(0,1fr)_19rem]">
          <Thread
            thread={thread}
            place={place}
            held={stopped !== null}
            reply={<ReplyArea {...{ thread, place, composing: started, next: nextIn(page, thread.id) }} />}
          />
          <Beside thread={thread} texting={() => textingBeside(ctx, threadId, people)} />
        </div>
      </UrgencyProvider>
      <LiveRefresh kinds={["inbound.filed", "thread.changed", "stop.changed", "patient.changed"]} />
      <LiveRefresh kinds={["message.changed", "alert.changed"]} threadId={thread.id} />
    </InboxFrame>
  );
}

/** The conversation below this one in the queue, else the first. */
function nextIn({ rows }: InboxPage, threadId: string): string | null {
  const others = rows.filter((row) => row.threadId !== threadId);
  const below = rows.slice(rows.findIndex((row) => row.threadId === threadId) + 1);
  return (below[0] ?? others[0])?.threadId ?? null;
}
