import { PageFrame } from "@/components/ui/page-frame";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function LoadingPatients() {
  return (
    <PageFrame title="Patients" lead={<Skeleton className="my-0.5 w-48" />}>
      <Loading label="Loading the search" className="grid gap-6">
        <Skeleton className="h-14 w-full max-w-xl" />
        <Skeleton className="h-20 w-full max-w-prose" />
      </Loading>
    </PageFrame>
  );
}
