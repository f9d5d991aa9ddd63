import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** Folded away until it is wanted, so that the page stays calm. */
export function Disclosed({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="group mb-4 print:hidden">
      <summary className="inline-flex min-h-8 items-center gap-1 rounded text-accent underline-offset-2 hover:underline max-md:min-h-11">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-3 pb-4">{children}</div>
    </details>
  );
}
