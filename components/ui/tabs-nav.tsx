"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "./cn";

export type Tab = { href: Route; label: string; count?: number; exact?: boolean };

/** Links between the parts of one thing. The deepest tab that contains the address is the current one. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const path = usePathname();
  const current = tabs
    .filter((tab) => path === tab.href || (!tab.exact && path.startsWith(`${tab.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];

  return (
    <nav aria-label={label} className="overflow-x-auto border-b">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab === current ? "page" : undefined}
              className={cn(
                "focus-inset -mb-px flex min-h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-muted hover:text-ink max-md:min-h-11",
                tab === current && "border-accent font-medium text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="figures font-normal text-muted">{tab.count.toLocaleString("en-US")}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
