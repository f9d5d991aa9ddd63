import { InboxFrame } from "@/app/(care)/inbox/inbox-frame";
import { Loading, Skeleton } from "@/components/ui/skeleton";

const rows = ["a", "b", "c", "d", "e", "f"];

export default function InboxLoading() {
  return (
    <InboxFrame
      queueFirst
      queue={
        <Loading label="Loading the inbox">
          <div className="h-10 border-b" />
          {rows.map((row) => (
            <div key={row} className="grid gap-2 border-b px-4 py-3">
              <Skeleton className="h-4 w-40" />
              <Skeleton className="h-4 w-full" />
              <Skeleton className="h-3 w-24" />
            </div>
          ))}
        </Loading>
      }
    >
      {null}
    </InboxFrame>
  );
}
