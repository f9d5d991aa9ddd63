import type { Metadata } from "next";
import { newAudienceLink } from "@/app/(programs)/programs/[programId]/audiences/links";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { listAudiences } from "@/lib/campaigns/queries-audience";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { AudienceTable } from "./audience-table";

export const metadata: Metadata = { title: "Audiences" };

export default async function AudiencesPage({ params }: PageProps<"/programs/[programId]/audiences">) {
  const ctx = await pageContext();
  const { programId } = await params;
  const [audiences, program] = await load(() =>
    Promise.all([listAudiences(ctx, programId), programSummary(ctx, programId)]),
  );
  const build = (
    <ButtonLink href={newAudienceLink(programId)} variant="primary">
      Build an audience
    </ButtonLink>
  );

  return (
    <PageFrame
      title="Audiences"
      lead="Rules that say whom a campaign is for. Who they take in is counted anew each time."
      actions={audiences.length > 0 && build}
    >
      {audiences.length === 0 ? (
        <EmptyState title="No audience yet" action={build}>
          A campaign goes to everybody in {program.name}, unless it is for an audience: people who speak a
          language, are of an age, are due for a visit, or did not reply before. You see how many that is, and
          how many of them can be texted, while you build it.
        </EmptyState>
      ) : (
        <AudienceTable programId={programId} audiences={audiences} zone={program.timeZone} />
      )}
      <LiveRefresh kinds={["audience.changed", "campaign.changed"]} programId={programId} />
    </PageFrame>
  );
}
