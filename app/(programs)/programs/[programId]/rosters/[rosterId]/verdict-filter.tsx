import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { RosterDetail, Verdict } from "@/lib/rosters/types";

type Props = { address: Route; roster: RosterDetail; shown: Verdict | undefined };

export function VerdictFilter({ address, roster, shown }: Props) {
  const choices = [
    { verdict: undefined, label: "All", count: roster.rows, href: address },
    {
      verdict: "import",
      label: "Import",
      count: roster.importable,
      href: `${address}?verdict=import` as Route,
    },
    {
      verdict: "reject",
      label: "Left out",
      count: roster.rejected,
      href: `${address}?verdict=reject` as Route,
    },
  ];
  return (
    <nav aria-label="Rows shown" className="flex flex-wrap gap-x-5">
      {choices.map(({ verdict, label, count, href }) => (
        <Link
          key={label}
          href={href}
          scroll={false}
          prefetch={false}
          aria-current={verdict === shown ? "page" : undefined}
          className={cn(
            "inline-flex min-h-8 items-center gap-1.5 rounded max-md:min-h-11",
            verdict === shown
              ? "font-medium text-ink underline underline-offset-4"
              : "text-muted hover:text-ink",
          )}
        >
          {label} <span className="tabular-nums">{count.toLocaleString("en-US")}</span>
        </Link>
      ))}
    </nav>
  );
}
