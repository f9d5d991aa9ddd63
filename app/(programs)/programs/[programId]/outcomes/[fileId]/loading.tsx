import { PageFrame, Section } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function OutcomeFileLoading() {
  return (
    <PageFrame
      title={<Skeleton className="my-1.5 h-5 w-56 max-w-full" />}
      lead={<Skeleton className="my-0.5 w-72 max-w-full" />}
    >
      <Loading label="Loading the file of outcomes">
        <Skeleton className="h-32 max-w-prose" />
        <Section title="Rows">
          <SkeletonRows rows={12} columns={5} />
        </Section>
      </Loading>
    </PageFrame>
  );
}
