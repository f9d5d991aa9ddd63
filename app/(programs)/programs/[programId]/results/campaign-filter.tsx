import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { Results } from "@/lib/metrics/types";

type Props = { programId: string; campaigns: Results["campaigns"]; shown: string | null };

/** Which campaigns the figures are of, as links in a line. In print only the one that is shown. */
export function CampaignFilter({ programId, campaigns, shown }: Props) {
  const choices = [
    { id: null, name: "All campaigns", href: `/programs/${programId}/results` as const },
    ...campaigns.map(({ id, name }) => ({
      id,
      name,
      href: `/programs/${programId}/results?campaign=${id}` as const,
    })),
  ];
  return (
    <nav aria-label="Campaigns shown" className="flex flex-wrap items-center gap-x-4 text-sm">
      <span className="text-muted">Showing</span>
      {choices.map(({ id, name, href }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={id === shown ? "page" : undefined}
          className={cn(
            "inline-flex min-h-8 items-center rounded max-md:min-h-11",
            id === shown
              ? "font-medium text-ink"
              : "text-accent underline-offset-2 hover:underline print:hidden",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
