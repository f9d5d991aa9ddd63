import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  /** Why it is empty: "Nobody is waiting", "No patient matches these filters". */
  title: string;
  /** What that means, in a sentence. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ title, children, action, className }: Props) {
  return (
    <div className={cn("grid max-w-prose justify-items-start gap-1 py-4", className)}>
      <p className="font-semibold text-lg">{title}</p>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
