import { ChevronLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  title: ReactNode;
  /** One line under the title: what this page is for, or its main figure. */
  lead?: ReactNode;
  back?: { href: Route; label: string };
  actions?: ReactNode;
  tabs?: ReactNode;
  /** reading: 960 px, for articles and forms. full: as wide as the window. */
  width?: "reading" | "full";
  children: ReactNode;
};

export function PageFrame({ title, lead, back, actions, tabs, width = "full", children }: Props) {
  return (
    <div className={cn("px-4 pt-6 pb-10 md:px-6", width === "reading" && "max-w-[1008px]")}>
      {back && (
        <Link
          href={back.href}
          className="-ml-1 mb-1 inline-flex min-h-6 items-center gap-0.5 rounded pr-1 text-muted hover:text-ink hover:underline max-md:min-h-11 print:hidden"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-prose">
          <h1 className="text-balance font-semibold text-xl tracking-[-0.01em]">{title}</h1>
          {lead && <p className="mt-1 text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
      {tabs && <div className="mt-4 print:hidden">{tabs}</div>}
      <div className="mt-6">{children}</div>
    </div>
  );
}

/** A part of a page: a heading, a line if needed, and the content. */
export function Section({
  title,
  lead,
  actions,
  className,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={cn("mt-10 first:mt-0", className)}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="font-semibold text-lg">{title}</h2>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
