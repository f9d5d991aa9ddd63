import { notFound } from "next/navigation";
import { requireOutcomeFile } from "@/lib/outcomes/file-reach";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function OutcomeFileLayout({
  params,
  children,
}: LayoutProps<"/programs/[programId]/outcomes/[fileId]">) {
  const ctx = await pageContext();
  const { programId, fileId } = await params;
  if ((await load(() => requireOutcomeFile(ctx, fileId))) !== programId) notFound();
  return children;
}
