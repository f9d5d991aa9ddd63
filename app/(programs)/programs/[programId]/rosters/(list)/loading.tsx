import { PageFrame, Section } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function RostersLoading() {
  return (
    <PageFrame title="Rosters" lead={<Skeleton className="my-0.5 w-96 max-w-full" />}>
      <Loading label="Loading the rosters">
        <Section title="Upload a roster">
          <Skeleton className="h-28 max-w-prose" />
        </Section>
        <Section title="Uploaded so far">
          <SkeletonRows rows={4} columns={4} />
        </Section>
      </Loading>
    </PageFrame>
  );
}
