import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import type { OutcomeVerdict } from "@/lib/outcomes/types";

type Props = { address: Route; verdict: OutcomeVerdict | undefined; after: number; next: number | null };

export function Pages({ address, verdict, after, next }: Props) {
  if (after === 0 && next === null) return null;
  const to = (line: number) => {
    const search = new URLSearchParams({
      ...(verdict ? { verdict } : {}),
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
