import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/page-frame";
import { ShareBar } from "@/components/ui/share-bar";
import { type CampaignDetail, excludedWords, failureWords } from "@/lib/campaigns/types";
import { ForWhom } from "./for-whom";
import { Holding } from "./holding";
import { InDoubt } from "./in-doubt";
import { money } from "./people";
import { ReasonTable } from "./reason-table";

/** What became of a launched campaign so far: whom it reached, what they did, what failed, what it cost. */
export function Outcome({ campaign, now }: { campaign: CampaignDetail; now: Date }) {
  const { counts, excluded, failures } = campaign;
  const { supplied, textable, sent } = counts;
  const waiting = counts.due + counts.queued;

  return (
    <>
      <Holding campaign={campaign} now={now} waiting={waiting} />
      <InDoubt campaign={campaign} />
      <Section title="So far">
        <Facts
          facts={[
            { term: "For", detail: <ForWhom audience={campaign.audience} /> },
            {
              term: "Can be texted",
              detail: <ShareBar count={textable} of={supplied} words="people" tone="holdout" />,
            },
            { term: "Sent", detail: <ShareBar count={sent} of={textable} words="people" /> },
            {
              term: "Delivered",
              detail: <ShareBar count={counts.delivered} of={sent} words="people texted" tone="success" />,
            },
            { term: "Replied", detail: <ShareBar count={counts.replied} of={sent} words="people texted" /> },
            {
              term: "Stopped",
              detail: <ShareBar count={counts.stopped} of={sent} words="people texted" tone="warning" />,
            },
            {
              term: "Failed",
              detail: <ShareBar count={counts.failed} of={textable} words="people" tone="danger" />,
            },
            ...(counts.unknown > 0
              ? [
                  {
                    term: "Not known",
                    detail: <ShareBar count={counts.unknown} of={textable} words="people" tone="warning" />,
                  },
                ]
              : []),
            {
              term: "Waiting",
              detail: <ShareBar count={waiting} of={textable} words="people" tone="holdout" />,
            },
            { term: "Cost so far", detail: money(counts.costMicros) },
          ]}
        />
      </Section>
      {failures.length > 0 && (
        <Section title="Texts that failed">
          <ReasonTable caption="Why texts failed" reasons={failures} of={textable} words={failureWords} />
        </Section>
      )}
      {excluded.length > 0 && (
        <Section title="Who got no text, and why" lead="They count in the program's results all the same.">
          <ReasonTable
            caption="Why people got no text"
            reasons={excluded}
            of={supplied}
            words={(code) => excludedWords[code] ?? code}
          />
        </Section>
      )}
    </>
  );
}
