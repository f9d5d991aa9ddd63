import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-frame";
import { share } from "@/components/ui/share";
import { associationNote, causeNote, type Results } from "@/lib/metrics/types";
import { CostFacts } from "./cost-facts";
import { Definitions } from "./definitions";
import { FunnelFigure } from "./funnel-figure";
import { LiftFigure } from "./lift-figure";
import { RepliesFigure } from "./replies-figure";

/** The findings, read from top to bottom like an article. */
export function Findings({ results }: { results: Results }) {
  const { program, funnel, lift, replies, campaigns, campaignId } = results;
  const enrolling = campaigns.some((one) => one.enrolling && (!campaignId || one.id === campaignId));

  return (
    <>
      {enrolling && (
        <Notice className="mt-3" title="People are still being enrolled">
          The numbers grow until everybody on the audience is in. Nothing needs to be done.
        </Notice>
      )}
      {lift && (
        <div className="mt-6">
          <LiftFigure lift={lift} windowDays={program.windowDays} />
        </div>
      )}
      <div className={lift ? "mt-10" : "mt-6"}>
        <FunnelFigure funnel={funnel} windowDays={program.windowDays} />
      </div>
      <Notice className="mt-6" title="What these numbers cannot say">
        <p>{lift ? causeNote : associationNote}</p>
        {funnel.windowOpen > 0 && (
          <p>
            {share(
              funnel.windowOpen,
              funnel.counts.outreach,
              `${lift ? "in outreach" : "supplied"} are still inside their window`,
            )}
            , so more may act.
          </p>
        )}
      </Notice>
      <Section title="When people replied">
        <RepliesFigure replies={replies} medianSeconds={funnel.medianReplySeconds} zone={program.timeZone} />
      </Section>
      <Section title="Cost">
        <CostFacts funnel={funnel} />
      </Section>
      <Section title="What each number means">
        <Definitions
          desiredAction={program.desiredAction}
          windowDays={program.windowDays}
          compared={lift !== null}
        />
      </Section>
    </>
  );
}
