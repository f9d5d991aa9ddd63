import type { Route } from "next";
import Link from "next/link";
import { TabsNav } from "@/components/ui/tabs-nav";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";

const parts = [
  ["results", "Results"],
  ["campaigns", "Campaigns"],
  ["rosters", "Rosters"],
  ["audiences", "Audiences"],
  ["outcomes", "Outcomes"],
  ["texts", "Texts"],
  ["replies", "Replies"],
  ["settings", "Settings"],
] as const;

/** Which program one is in, and its parts. The heading belongs to the page inside. */
export default async function ProgramLayout({ params, children }: LayoutProps<"/programs/[programId]">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const program = await load(() => programSummary(ctx, programId));

  return (
    <>
      <div className="px-4 pt-4 md:px-6 print:hidden">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link href="/programs" className="text-muted hover:text-ink hover:underline">
            Programs
          </Link>
          <span aria-hidden className="text-muted">
            /
          </span>
          <span className="font-semibold">{program.name}</span>
        </p>
        <TabsNav
          label={`Parts of ${program.name}`}
          tabs={parts.map(([path, label]) => ({ href: `/programs/${programId}/${path}` as Route, label }))}
        />
      </div>
      {children}
    </>
  );
}
