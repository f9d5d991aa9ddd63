import { notFound } from "next/navigation";
import { requireRoster } from "@/lib/rosters/roster-reach";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function RosterLayout({
  params,
  children,
}: LayoutProps<"/programs/[programId]/rosters/[rosterId]">) {
  const ctx = await pageContext();
  const { programId, rosterId } = await params;
  if ((await load(() => requireRoster(ctx, rosterId))) !== programId) notFound();
  return children;
}
