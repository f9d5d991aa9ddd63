import { audiencesLink, rostersLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-frame";
import { share } from "@/components/ui/share";
import { ShareBar } from "@/components/ui/share-bar";
import { type AudiencePreview, type CampaignDetail, excludedWords, holdout } from "@/lib/campaigns/types";
import { dollars } from "@/lib/programs/types";
import { ForWhom } from "./for-whom";
import { money, people } from "./people";
import { ReasonTable } from "./reason-table";

type Props = { campaign: CampaignDetail; audience: AudiencePreview };

/** Whom a launch would text now, whom not and why, and about what it would cost. */
export function DraftAudience({ campaign, audience }: Props) {
  const { supplied, reachable, excluded } = audience;
  const { programId, hasSender, segmentCostMicros, texts } = campaign;
  const heldOut = excluded.find(({ code }) => code === holdout)?.people ?? 0;
  const segments = Math.max(...texts.map((text) => text.segments), 1);

  if (supplied === 0 && campaign.audience.id)
    return (
      <Section title="Who would get it">
        <ForWhom audience={campaign.audience} />
        <EmptyState
          title="Nobody is in this audience now"
          action={<ButtonLink href={audiencesLink(programId)}>Go to audiences</ButtonLink>}
        >
          Change the audience, or choose another one for this campaign.
        </EmptyState>
      </Section>
    );
  if (supplied === 0)
    return (
      <Section title="Who would get it">
        <EmptyState
          title="Nobody is in this program yet"
          action={<ButtonLink href={rostersLink(programId)}>Upload a roster</ButtonLink>}
        >
          Upload a list of patients first. Then you see here who can be texted.
        </EmptyState>
      </Section>
    );

  return (
    <>
      <Section title="Who would get it">
        <div className="grid max-w-prose gap-4">
          <ForWhom audience={campaign.audience} />
          <ShareBar count={reachable} of={supplied} words="people would be texted" />
          {reachable > 0 && (
            <p className="text-muted">
              About {money(reachable * segments * segmentCostMicros)}: {people(reachable)}, {segments}{" "}
              {segments === 1 ? "segment" : "segments"} each at {dollars(segmentCostMicros)}. A long name, or
              one with a rare letter, may take one more.
            </p>
          )}
          {heldOut > 0 && (
            <p>
              {share(heldOut, supplied, "people")} held out: an earlier campaign of this program is compared
              with people it did not text. They, and those who share their phone, get no text from this one
              either.
            </p>
          )}
          {reachable === 0 && (
            <Notice tone="warning" title="Nobody here would be texted, so there is nothing to launch.">
              <p>The reasons are below. A roster with phone numbers and consent changes that.</p>
            </Notice>
          )}
          {!hasSender && (
            <Notice tone="warning" title="This program has no number to send from.">
              <p>Ask an admin to add one. The draft stays as it is until then.</p>
            </Notice>
          )}
        </div>
      </Section>
      {excluded.length > 0 && (
        <Section title="Who would not, and why" lead="They stay in the program and count in its results.">
          <ReasonTable
            caption="Why people would get no text"
            reasons={excluded}
            of={supplied}
            words={(code) => excludedWords[code] ?? code}
          />
        </Section>
      )}
    </>
  );
}
