import { PageFrame } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingComparison() {
  return (
    <PageFrame width="reading" title="Is this the same person?" lead={<Skeleton className="my-0.5 w-72" />}>
      <Loading label="Loading both records">
        <SkeletonRows rows={8} columns={3} />
      </Loading>
    </PageFrame>
  );
}
