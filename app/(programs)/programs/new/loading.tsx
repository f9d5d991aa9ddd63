import { PageFrame } from "@/components/ui/page-frame";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function LoadingNewProgram() {
  return (
    <PageFrame
      title="New program"
      lead="One goal for one group of patients. Nothing is sent before you launch a campaign in it."
      back={{ href: "/programs", label: "Programs" }}
      width="reading"
    >
      <Loading label="Loading the form" className="grid max-w-100 gap-6">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </Loading>
    </PageFrame>
  );
}
