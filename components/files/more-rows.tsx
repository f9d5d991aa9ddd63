import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  address: Route;
  /** What is shown of them, as it stands in the address. */
  filter: Record<string, string | undefined>;
  after: number;
  next: number | null;
};

/** To the first rows of a file and to the next ones. */
export function MoreRows({ address, filter, after, next }: Props) {
  if (after === 0 && next === null) return null;
  const to = (line: number) => {
    const search = new URLSearchParams(line > 0 ? { after: `${line}` } : {});
    for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
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
