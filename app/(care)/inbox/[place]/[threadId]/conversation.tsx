import type { ComponentProps } from "react";
import type { Place } from "@/app/(care)/inbox/place";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { Beside } from "./beside";
import type { ReadConversation } from "./reading";
import { ReplyArea } from "./reply-area";
import { Thread } from "./thread";
import { UrgencyProvider } from "./urgency";

type Props = ReadConversation & {
  place: Place;
  texting: ComponentProps<typeof Beside>["texting"];
};

/** One conversation with the people on its phone beside it. */
export function Conversation({ thread, composing, urgency, held, place, texting }: Props) {
  return (
    <UrgencyProvider urgency={urgency}>
      <div className="lg:grid lg:h-full lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Thread
          thread={thread}
          place={place}
          held={held}
          reply={<ReplyArea thread={thread} place={place} composing={composing} />}
        />
        <Beside thread={thread} texting={texting} />
      </div>
      <LiveRefresh
        kinds={["inbound.filed", "thread.changed", "message.changed", "alert.changed"]}
        threadId={thread.id}
      />
    </UrgencyProvider>
  );
}
