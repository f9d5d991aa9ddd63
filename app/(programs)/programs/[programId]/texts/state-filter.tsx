import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { type NotSentCount, type NotSentState, notSentStates } from "@/lib/messaging/types";
import { filterWords } from "./words";

type Props = { address: Route; counts: NotSentCount[]; shown: NotSentState | undefined };

export function StateFilter({ address, counts, shown }: Props) {
  const countOf = (state?: NotSentState) =>
    counts.reduce((n, count) => n + (!state || count.state === state ? count.texts : 0), 0);
  const choices = [
    { state: undefined, label: "All", href: address },
    ...notSentStates.map((state) => ({
      state,
      label: filterWords[state],
      href: `${address}?state=${state}` as Route,
    })),
  ];
  return (
    <nav aria-label="Texts shown" className="flex flex-wrap gap-x-5">
      {choices.map(({ state, label, href }) => (
        <Link
          key={label}
          href={href}
          scroll={false}
          prefetch={false}
          aria-current={state === shown ? "page" : undefined}
          className={cn(
            "inline-flex min-h-8 items-center gap-1.5 rounded max-md:min-h-11",
            state === shown
              ? "font-medium text-ink underline underline-offset-4"
              : "text-muted hover:text-ink",
          )}
        >
          {label} <span className="tabular-nums">{countOf(state).toLocaleString("en-US")}</span>
        </Link>
      ))}
    </nav>
  );
}
