import { PageFrame, Section } from "@/components/ui/page-frame";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingTexts() {
  return (
    <PageFrame
      title="Texts that did not arrive"
      lead="What did not reach its phone in the last 30 days, and why."
    >
      <Loading label="Loading the texts">
        <Section title="What happened">
          <SkeletonRows rows={4} columns={3} />
        </Section>
        <Section title="Each text">
          <SkeletonRows rows={10} columns={5} />
        </Section>
      </Loading>
    </PageFrame>
  );
}
