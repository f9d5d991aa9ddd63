import { PageFrame } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingUsers() {
  return (
    <PageFrame title="People" lead={<Skeleton className="my-0.5 w-60" />}>
      <Loading label="Loading people">
        <SkeletonRows rows={8} columns={5} />
      </Loading>
    </PageFrame>
  );
}
