import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingReplies() {
  return (
    <Loading label="Loading replies" className="grid gap-6 px-4 pt-6 pb-10 md:px-6">
      <Skeleton className="h-7 w-40" />
      <SkeletonRows rows={4} columns={3} />
    </Loading>
  );
}
