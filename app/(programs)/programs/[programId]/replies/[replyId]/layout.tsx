import { cannedReply } from "@/lib/inbox/queries-canned";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function ReplyLayout({
  params,
  children,
}: LayoutProps<"/programs/[programId]/replies/[replyId]">) {
  const ctx = await pageContext();
  const { programId, replyId } = await params;
  await load(() => cannedReply(ctx, programId, replyId));
  return children;
}
