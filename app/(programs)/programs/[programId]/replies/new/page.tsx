import type { Metadata } from "next";
import { repliesLink } from "@/app/(programs)/programs/[programId]/replies/links";
import { ReplyForm } from "@/app/(programs)/programs/[programId]/replies/reply-form";
import { PageFrame } from "@/components/ui/page-frame";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "New reply" };

export default async function NewReplyPage({ params }: PageProps<"/programs/[programId]/replies/new">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const program = await load(() => programSummary(ctx, programId));

  return (
    <PageFrame
      title="New reply"
      lead="Nurses can use it once another manager of this program has reviewed it."
      back={{ href: repliesLink(programId), label: "Canned replies" }}
    >
      <ReplyForm program={program} />
    </PageFrame>
  );
}
