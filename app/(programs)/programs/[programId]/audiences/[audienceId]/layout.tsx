import { notFound } from "next/navigation";
import { requireAudienceRead } from "@/lib/campaigns/queries-audience";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function AudienceLayout({
  params,
  children,
}: LayoutProps<"/programs/[programId]/audiences/[audienceId]">) {
  const ctx = await pageContext();
  const { programId, audienceId } = await params;
  if ((await load(() => requireAudienceRead(ctx, audienceId))) !== programId) notFound();
  return children;
}
