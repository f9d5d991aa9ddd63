import { PageFrame } from "@/components/ui/page-frame";
import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingPatient() {
  return (
    <PageFrame
      width="reading"
      back={{ href: "/patients", label: "Patients" }}
      title={<Skeleton className="my-1 h-5 w-48" />}
      lead={<Skeleton className="my-0.5 w-72" />}
    >
      <Loading label="Loading the patient">
        <SkeletonRows rows={6} columns={2} />
      </Loading>
    </PageFrame>
  );
}
