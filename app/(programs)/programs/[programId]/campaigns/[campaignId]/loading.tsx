import { Loading, Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function LoadingCampaign() {
  return (
    <Loading label="Loading the campaign" className="grid max-w-[1008px] gap-6 px-4 pt-6 pb-10 md:px-6">
      <div className="grid gap-2">
        <Skeleton className="h-7 w-64 max-w-full" />
        <Skeleton className="w-48" />
      </div>
      <SkeletonRows rows={7} columns={2} />
    </Loading>
  );
}
