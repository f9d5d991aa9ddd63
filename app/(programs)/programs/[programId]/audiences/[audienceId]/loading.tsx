import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function LoadingAudience() {
  return (
    <Loading label="Loading the audience" className="grid max-w-[1008px] gap-6 px-4 pt-6 pb-10 md:px-6">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-8 w-80 max-w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-8 w-40" />
    </Loading>
  );
}
