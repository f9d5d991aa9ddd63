import type { Metadata } from "next";
import { placeIn } from "@/app/(care)/inbox/place";
import { load, pageContext } from "@/lib/web/page-context";
import { Conversation } from "./conversation";
import { readConversation, textingOf } from "./reading";

export const metadata: Metadata = { title: "Conversation" };

export default async function ConversationPage({ params }: PageProps<"/inbox/[place]/[threadId]">) {
  const ctx = await pageContext();
  const { place, threadId } = await params;
  const conversation = await load(() => readConversation(ctx, threadId));
  return (
    <Conversation
      key={conversation.thread.id}
      {...conversation}
      place={placeIn(place)}
      texting={() => textingOf(ctx, conversation)}
    />
  );
}
