import { PageFrame, Section } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function OutcomesLoading() {
  return (
    <PageFrame title="Outcomes" lead={<Skeleton className="my-0.5 w-96 max-w-full" />}>
      <Loading label="Loading the outcomes">
        <Section title="Upload a file">
          <Skeleton className="h-72 max-w-prose" />
        </Section>
        <Section title="Uploaded so far">
          <SkeletonRows rows={4} columns={5} />
        </Section>
      </Loading>
    </PageFrame>
  );
}
