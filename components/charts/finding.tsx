import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type Props = {
  /** One sentence: what the picture shows. */
  finding: ReactNode;
  /** How to read the picture, in a line. */
  note?: ReactNode;
  /** The same numbers as a table, folded away. */
  table: ReactNode;
  /** In print the table stands open. For short ones. */
  tablePrints?: boolean;
  children: ReactNode;
};

/** A picture with one finding above it and its numbers below. */
export function Finding({ finding, note, table, tablePrints, children }: Props) {
  return (
    <figure>
      <figcaption className="mb-4 max-w-[46rem] font-semibold text-lg tabular-nums">{finding}</figcaption>
      {children}
      {note && <p className="mt-3 max-w-prose text-muted text-sm">{note}</p>}
      <details
        className={cn(
          "group mt-2",
          tablePrints && "print:details-content:block print:details-content:[content-visibility:visible]",
        )}
      >
        <summary className="inline-flex min-h-8 items-center gap-1 rounded text-accent underline-offset-2 hover:underline max-md:min-h-11 print:hidden">
          <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
          The same as a table
        </summary>
        <div className="pt-2">{table}</div>
      </details>
    </figure>
  );
}
