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

const names = (n: number) => Array.from({ length: n }, (_, i) => `line ${i}`);

/** The size of a `Table` with this many rows. */
export function SkeletonRows({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div aria-hidden className="grid overflow-hidden">
      {names(rows + 1).map((line, row) => (
        <div key={line} className="flex h-[37px] items-center gap-6 overflow-hidden border-b max-md:h-[45px]">
          {names(columns).map((cell, column) => (
            <Skeleton
              key={cell}
              className={cn("max-w-full", row === 0 ? "h-3 w-16" : widths[(row + column) % widths.length])}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
