import {
  launchCampaignAction,
  pauseCampaignAction,
  resumeCampaignAction,
} from "@/app/(programs)/programs/[programId]/campaigns/actions";
import { editCampaignLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { ActionForm } from "@/components/forms/action-form";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { type CampaignDetail, manyPeople } from "@/lib/campaigns/types";
import { people } from "./people";

/** What may be done with the campaign now. `reachable`: whom a launch would text. */
export function CampaignActions({ campaign, reachable }: { campaign: CampaignDetail; reachable: number }) {
  const { id, programId, state } = campaign;
  if (state === "draft")
    return (
      <>
        <ButtonLink href={editCampaignLink(programId, id)}>Edit</ButtonLink>
        {reachable > 0 && campaign.hasSender && <LaunchDialog campaign={campaign} reachable={reachable} />}
      </>
    );
  return state === "paused" ? (
    <ActionForm key="resume" action={resumeCampaignAction}>
      <input type="hidden" name="campaignId" value={id} />
      <SubmitButton pendingLabel="Resuming">Resume</SubmitButton>
    </ActionForm>
  ) : (
    <ActionForm key="pause" action={pauseCampaignAction}>
      <input type="hidden" name="campaignId" value={id} />
      <SubmitButton variant="secondary" pendingLabel="Pausing">
        Pause
      </SubmitButton>
    </ActionForm>
  );
}

function LaunchDialog({ campaign, reachable }: { campaign: CampaignDetail; reachable: number }) {
  const { id, audience } = campaign;
  const launch = `Launch to ${people(reachable)}`;
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{launch}</Button>}
      title={`${launch}?`}
      description={
        <p>
          {audience.name ? `“${audience.name}”: ${audience.sentence} ` : ""}Each of them gets one text. You
          can pause at any time, but a text that has left cannot be taken back.
        </p>
      }
      confirm={launch}
      pending="Launching"
      typed={reachable > manyPeople ? String(reachable) : undefined}
      action={launchCampaignAction}
      values={{ campaignId: id, expected: String(reachable), seen: audience.seen }}
    />
  );
}
