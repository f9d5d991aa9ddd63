import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { OutcomeFileDetail, OutcomeVerdict } from "@/lib/outcomes/types";

type Props = { address: Route; file: OutcomeFileDetail; shown: OutcomeVerdict | undefined };

export function VerdictFilter({ address, file, shown }: Props) {
  const choices: { verdict?: OutcomeVerdict; label: string; count: number }[] = [
    { label: "All", count: file.rows },
    { verdict: "import", label: "New", count: file.matched },
    { verdict: "known", label: "Known", count: file.known },
    { verdict: "reject", label: "Left out", count: file.rejected },
  ];
  return (
    <nav aria-label="Rows shown" className="flex flex-wrap gap-x-5">
      {choices.map(({ verdict, label, count }) => (
        <Link
          key={label}
          href={(verdict ? `${address}?verdict=${verdict}` : address) as Route}
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
