import { PageFrame, Section } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingSending() {
  return (
    <PageFrame title="Sending" lead="Whether everything leaves, and what waits.">
      <Loading label="Loading what waits">
        <Skeleton className="h-16" />
        <Section title="Our numbers" className="mt-10">
          <SkeletonRows rows={4} columns={6} />
        </Section>
      </Loading>
    </PageFrame>
  );
}
