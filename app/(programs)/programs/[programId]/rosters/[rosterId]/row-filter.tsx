import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { type RosterDetail, type Shown, shownWords } from "@/lib/rosters/types";

type Props = { address: Route; roster: RosterDetail; shown: Shown | undefined };

/** Which rows are shown: by verdict, and by what importing does. What no row has is not offered. */
export function RowFilter({ address, roster, shown }: Props) {
  const counts: Record<Shown, number> = {
    import: roster.importable,
    warning: roster.warned,
    reject: roster.rejected,
    new: roster.added,
    changed: roster.changed,
    unchanged: roster.unchanged,
    duplicate: roster.duplicates,
  };
  const offered = (choices: readonly Shown[]) =>
    choices.filter((choice) => counts[choice] > 0 || choice === shown);
  const link = (choice: Shown | undefined, label: string, count: number) => (
    <Link
      key={label}
      href={choice ? (`${address}?shown=${choice}` as Route) : address}
      scroll={false}
      prefetch={false}
      aria-current={choice === shown ? "page" : undefined}
      className={cn(
        "inline-flex min-h-8 items-center gap-1.5 rounded max-md:min-h-11",
        choice === shown ? "font-medium text-ink underline underline-offset-4" : "text-muted hover:text-ink",
      )}
    >
      {label} <span className="tabular-nums">{count.toLocaleString("en-US")}</span>
    </Link>
  );
  return (
    <nav aria-label="Rows shown" className="mb-3 flex flex-wrap gap-x-8 gap-y-1 print:hidden">
      <div className="flex flex-wrap gap-x-5">
        {link(undefined, "All", roster.rows)}
        {offered(["import", "warning", "reject"]).map((each) => link(each, shownWords[each], counts[each]))}
      </div>
      <div className="flex flex-wrap gap-x-5">
        {offered(["new", "changed", "unchanged", "duplicate"]).map((each) =>
          link(each, shownWords[each], counts[each]),
        )}
      </div>
    </nav>
  );
}
