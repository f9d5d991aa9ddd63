import type { ReactNode } from "react";
import { cn } from "./cn";

/** A grey place in the size of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-4 animate-pulse rounded bg-hover", className)} />;
}

/** Wraps skeletons: says once to screen readers that something is on its way. */
export function Loading({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

const widths = ["w-40", "w-28", "w-48", "w-32", "w-24", "w-36"];

/** The size of a `Table` with this many rows. */
export function SkeletonRows({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div aria-hidden className="grid overflow-hidden">
      {Array.from({ length: rows + 1 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing here has an identity.
        <div key={row} className="flex h-[37px] items-center gap-6 overflow-hidden border-b max-md:h-[45px]">
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing here has an identity.
              key={column}
              className={cn("max-w-full", row === 0 ? "h-3 w-16" : widths[(row + column) % widths.length])}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
