import type { Metadata } from "next";
import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { placeOf } from "@/app/(care)/inbox/place";
import { Queue } from "@/app/(care)/inbox/queue";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { inboxPage } from "@/lib/inbox/queries";
import { textingBeside } from "@/lib/inbox/queries-beside";
import { threadDetail } from "@/lib/inbox/queries-thread";
import { carrierStanding } from "@/lib/messaging/standing";
import { load, pageContext } from "@/lib/web/page-context";
import { Beside } from "./beside";
import { Thread } from "./thread";

export const metadata: Metadata = { title: "Conversation" };

export default async function ThreadPage({ params, searchParams }: PageProps<"/inbox/[threadId]">) {
  const ctx = await pageContext();
  const { threadId } = await params;
  const place = placeOf(await searchParams);
  // Nothing of it waits for anything else: a nurse who goes from one to the next waits for the slowest alone.
  const [thread, page, { stopped }] = await load(() =>
    Promise.all([threadDetail(ctx, threadId), inboxPage(ctx, place.view, place.after), carrierStanding(ctx)]),
  );
  const people = thread.patients.map((patient) => patient.id);

  return (
    <InboxFrame queue={<Queue page={page} place={place} current={thread.id} />}>
      <div className="lg:grid lg:h-full lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Thread thread={thread} place={place} held={stopped !== null} />
        <Beside thread={thread} texting={() => textingBeside(ctx, threadId, people)} />
      </div>
      <LiveRefresh kinds={["inbound.filed", "thread.changed", "stop.changed", "patient.changed"]} />
      <LiveRefresh kinds={["message.changed"]} threadId={thread.id} />
    </InboxFrame>
  );
}
