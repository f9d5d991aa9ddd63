import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function ThreadLoading() {
  return (
    <Loading label="Loading the conversation" className="grid content-start gap-6 p-6 lg:ml-84">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-12 w-72" />
      <Skeleton className="h-12 w-80 justify-self-end" />
      <Skeleton className="h-12 w-64" />
    </Loading>
  );
}
