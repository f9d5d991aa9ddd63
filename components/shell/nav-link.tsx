"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Opening } from "@/components/ui/opening";

export function NavLink({ href, label, icon }: { href: Route; label: string; icon: ReactNode }) {
  const path = usePathname();
  const here = path === href;
  const within = here || path.startsWith(`${href}/`);

  return (
    <Link
      href={href}
      // Fetched ahead, each would be asked for again whenever the page is read anew.
      prefetch={false}
      aria-current={here ? "page" : within ? "true" : undefined}
      title={label}
      className={cn(
        "focus-inset relative flex items-center rounded text-muted hover:bg-hover hover:text-ink [&_svg]:size-5 [&_svg]:shrink-0",
        "max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:rounded-none max-md:px-1 max-md:text-sm max-md:leading-tight",
        "md:min-h-9 md:gap-2.5 md:px-2.5 md:max-lg:justify-center md:[&_svg]:size-[18px]",
        within &&
          "font-medium text-accent md:bg-accent-soft md:text-ink md:hover:bg-accent-soft md:[&_svg]:text-accent",
      )}
    >
      {icon}
      <span className="md:max-lg:sr-only">{label}</span>
      <Opening />
    </Link>
  );
}
