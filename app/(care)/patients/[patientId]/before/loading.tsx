import { PageFrame } from "@/components/ui/page-frame";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingEarlier() {
  return (
    <PageFrame width="reading" title="What was written before">
      <Loading label="Loading what was written before">
        <SkeletonRows rows={6} columns={1} />
      </Loading>
    </PageFrame>
  );
}
