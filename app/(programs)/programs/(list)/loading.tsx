import { PageFrame } from "@/components/ui/page-frame";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingPrograms() {
  return (
    <PageFrame title="Programs" lead="The programs that you run.">
      <Loading label="Loading programs">
        <SkeletonRows rows={4} columns={5} />
      </Loading>
    </PageFrame>
  );
}
