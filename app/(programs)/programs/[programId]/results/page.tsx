import type { Metadata, Route } from "next";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { exactTime, zoneWords } from "@/components/ui/time-words";
import { resultsOf } from "@/lib/metrics/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { CampaignFilter } from "./campaign-filter";
import { Findings } from "./findings";

export const metadata: Metadata = { title: "Results" };

// Not each text: a campaign tells of its own changes, and while it sends it does so without pause.
const liveKinds = ["campaign.changed", "action.recorded", "outcomes.changed"] as const;
const refreshSeconds = 10;

export default async function ResultsPage(props: PageProps<"/programs/[programId]/results">) {
  const ctx = await pageContext();
  const { programId } = await props.params;
  const { campaign } = await props.searchParams;
  const campaignId = typeof campaign === "string" ? campaign : null;
  const results = await load(() => resultsOf(ctx, programId, { campaignId }));
  const { program, campaigns } = results;
  const asOf = exactTime(ctx.now, program.timeZone);

  return (
    <PageFrame
      title="Results"
      lead={`As of ${asOf}. All days and hours are in ${zoneWords(program.timeZone)}.`}
      width="reading"
    >
      <LiveRefresh kinds={liveKinds} programId={programId} atMostEvery={refreshSeconds * 1_000} />
      {campaigns.length === 0 ? (
        <EmptyState
          title="No campaign has been launched yet"
          action={<ButtonLink href={`/programs/${programId}/campaigns` as Route}>Go to campaigns</ButtonLink>}
        >
          Results begin with the first launch. Everybody on its audience is followed from then on, also those
          who cannot be texted.
        </EmptyState>
      ) : (
        <>
          <CampaignFilter programId={programId} campaigns={campaigns} shown={campaignId} />
          {results.audience && <p className="mt-2 max-w-prose text-muted">For: {results.audience}</p>}
          <Findings results={results} />
        </>
      )}
    </PageFrame>
  );
}
