import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import type { Shown } from "@/lib/rosters/types";

type Props = { address: Route; shown: Shown | undefined; after: number; next: number | null };

export function Pages({ address, shown, after, next }: Props) {
  if (after === 0 && next === null) return null;
  const to = (line: number) => {
    const search = new URLSearchParams({
      ...(shown ? { shown } : {}),
      ...(line > 0 ? { after: `${line}` } : {}),
    });
    return `${address}?${search}` as Route;
  };
  return (
    <nav aria-label="More rows" className="mt-4 flex flex-wrap gap-2 print:hidden">
      {after > 0 && (
        <ButtonLink href={to(0)} prefetch={false}>
          First rows
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink href={to(next)} prefetch={false}>
          Next rows
        </ButtonLink>
      )}
    </nav>
  );
}
