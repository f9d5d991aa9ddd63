import type { Metadata } from "next";
import { repliesLink } from "@/app/(programs)/programs/[programId]/replies/links";
import { ReplyForm } from "@/app/(programs)/programs/[programId]/replies/reply-form";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { cannedReply } from "@/lib/inbox/queries-canned";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { ReplyActs } from "./reply-acts";

export const metadata: Metadata = { title: "Canned reply" };

export default async function ReplyPage({ params }: PageProps<"/programs/[programId]/replies/[replyId]">) {
  const ctx = await pageContext();
  const { programId, replyId } = await params;
  const [program, reply] = await load(() =>
    Promise.all([programSummary(ctx, programId), cannedReply(ctx, programId, replyId)]),
  );

  return (
    <PageFrame title={reply.name} back={{ href: repliesLink(programId), label: "Canned replies" }}>
      <ReplyActs reply={reply} />
      <Section title="Words" lead="Whoever changes them is its writer: somebody else reviews it then.">
        <ReplyForm key={reply.writtenAt} program={program} reply={reply} />
      </Section>
      <LiveRefresh kinds={["canned.changed"]} programId={programId} />
    </PageFrame>
  );
}
