import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormText } from "@/components/forms/field";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AudienceDetail, RuleChoices } from "@/lib/campaigns/types";
import { writeAudienceAction } from "./actions";
import { RuleBuilder } from "./rule-builder";

type Props = {
  programId: string;
  choices: RuleChoices;
  /** Missing for a new one. */
  audience?: AudienceDetail;
  cancel: Route;
};

export function AudienceForm({ programId, choices, audience, cancel }: Props) {
  return (
    <ActionForm action={writeAudienceAction} className="max-w-none gap-6">
      <input type="hidden" name="programId" value={programId} />
      {audience && (
        <>
          <input type="hidden" name="audienceId" value={audience.id} />
          <input type="hidden" name="seen" value={audience.seen} />
        </>
      )}
      <FormText
        name="name"
        label="Name of the audience"
        hint="Only your team sees it."
        defaultValue={audience?.name}
        maxLength={80}
        autoComplete="off"
        className="max-w-prose"
      />
      <RuleBuilder {...{ programId, choices }} rule={audience?.rule} names={audience?.names} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving">Save audience</SubmitButton>
        <ButtonLink href={cancel} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
