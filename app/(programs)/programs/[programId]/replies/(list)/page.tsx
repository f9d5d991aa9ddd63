import type { Metadata } from "next";
import { newReplyLink } from "@/app/(programs)/programs/[programId]/replies/links";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { listCanned } from "@/lib/inbox/queries-canned";
import { load, pageContext } from "@/lib/web/page-context";
import { ReplyTable } from "./reply-table";

export const metadata: Metadata = { title: "Canned replies" };

export default async function RepliesPage({ params }: PageProps<"/programs/[programId]/replies">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const replies = await load(() => listCanned(ctx, programId));
  const write = (
    <ButtonLink href={newReplyLink(programId)} variant="primary">
      Write a reply
    </ButtonLink>
  );

  return (
    <PageFrame
      title="Canned replies"
      lead="What nurses answer again and again, written once, read by two, in the patient's language."
      actions={replies.length > 0 && write}
    >
      {replies.length === 0 ? (
        <EmptyState title="No reply is kept ready yet" action={write}>
          Nurses choose one with the key Q while they answer. You write it, another manager reviews it, and
          from then on they can use it.
        </EmptyState>
      ) : (
        <ReplyTable programId={programId} replies={replies} />
      )}
      <LiveRefresh kinds={["canned.changed"]} programId={programId} />
    </PageFrame>
  );
}
