import { PageFrame } from "@/components/ui/page-frame";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingSettings() {
  return (
    <PageFrame title="Settings" width="reading">
      <Loading label="Loading settings">
        <SkeletonRows rows={7} columns={2} />
      </Loading>
    </PageFrame>
  );
}
