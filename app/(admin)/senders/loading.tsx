import { PageFrame } from "@/components/ui/page-frame";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingSenders() {
  return (
    <PageFrame title="Numbers" lead="The numbers that texts come from. Each belongs to one program.">
      <Loading label="Loading numbers">
        <SkeletonRows rows={4} columns={6} />
      </Loading>
    </PageFrame>
  );
}
