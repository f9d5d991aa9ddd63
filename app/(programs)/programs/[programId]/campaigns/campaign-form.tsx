import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormText } from "@/components/forms/field";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type AudienceItem, type CampaignLanguage, campaignLanguages } from "@/lib/campaigns/types";
import { writeCampaignAction } from "./actions";
import { TextEditor } from "./text-editor";

type Props = {
  programId: string;
  /** Missing for a new campaign. */
  campaignId?: string;
  name?: string;
  brand: string;
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
  /** Hosts that texts may link to. */
  linkHosts: string[];
  texts: Record<CampaignLanguage, string>;
  audiences: Pick<AudienceItem, "id" | "name" | "sentence">[];
  /** Null: everybody in the program. */
  audienceId?: string | null;
  cancel: Route;
};

export function CampaignForm({
  programId,
  campaignId,
  name,
  brand,
  segmentCostMicros,
  linkHosts,
  texts,
  audiences,
  audienceId,
  cancel,
}: Props) {
  return (
    <ActionForm action={writeCampaignAction} className="max-w-none gap-6">
      <input type="hidden" name="programId" value={programId} />
      {campaignId && <input type="hidden" name="campaignId" value={campaignId} />}
      <FormText
        name="name"
        label="Name of the campaign"
        hint="Only your team sees it."
        defaultValue={name}
        maxLength={80}
        autoComplete="off"
        className="max-w-prose"
      />
      {audiences.length > 0 && (
        <FormRadios
          name="audienceId"
          label="For whom"
          options={[
            { value: "", label: "Everybody in the program" },
            ...audiences.map(({ id, name: label, sentence }) => ({ value: id, label, hint: sentence })),
          ]}
          defaultValue={audienceId ?? ""}
          className="max-w-prose"
        />
      )}
      <Notice title="Texts are not private" className="max-w-prose">
        <p>
          Say who writes and how to stop, and nothing about health. Whoever replies talks with your nurses.
        </p>
      </Notice>
      {campaignLanguages.map((language) => (
        <TextEditor
          key={language}
          language={language}
          start={texts[language]}
          {...{ brand, segmentCostMicros, linkHosts }}
        />
      ))}
      <p className="max-w-prose text-muted">
        Patients whose language is Spanish get the Spanish text; everybody else gets the English one.
      </p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving">Save draft</SubmitButton>
        <ButtonLink href={cancel} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
