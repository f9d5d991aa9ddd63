import { requireThread } from "@/lib/inbox/thread-reach";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function ThreadLayout({ params, children }: LayoutProps<"/inbox/[threadId]">) {
  const ctx = await pageContext();
  const { threadId } = await params;
  await load(() => requireThread(ctx, threadId));
  return children;
}
