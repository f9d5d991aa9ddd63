import type { ReactNode } from "react";
import { cn } from "./cn";

export type Fact = { term: string; detail: ReactNode };

/** Facts about one thing: term beside detail, term above detail where there is no room. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={cn("@container", className)}>
      {facts.map(({ term, detail }) => (
        <div key={term} className="grid gap-x-4 border-b py-2 last:border-b-0 @sm:grid-cols-[10rem_1fr]">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words tabular-nums">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
