import { PageFrame } from "@/components/ui/page-frame";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingAudit() {
  return (
    <PageFrame
      title="Audit"
      lead="Who did what, newest first. Nobody can change it, and looking is noted too."
    >
      <Loading label="Loading the audit trail" className="pt-24">
        <SkeletonRows rows={12} columns={5} />
      </Loading>
    </PageFrame>
  );
}
