import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { retireAudienceAction } from "@/app/(programs)/programs/[programId]/audiences/actions";
import { AudienceForm } from "@/app/(programs)/programs/[programId]/audiences/audience-form";
import { audiencesLink } from "@/app/(programs)/programs/[programId]/audiences/links";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";
import { PageFrame } from "@/components/ui/page-frame";
import { audienceDetail } from "@/lib/campaigns/queries-audience";
import { ruleChoices } from "@/lib/campaigns/queries-choices";
import { load, pageContext } from "@/lib/web/page-context";
import { Uses } from "./uses";

export const metadata: Metadata = { title: "Audience" };

export default async function AudiencePage({
  params,
}: PageProps<"/programs/[programId]/audiences/[audienceId]">) {
  const ctx = await pageContext();
  const { programId, audienceId } = await params;
  const [audience, choices] = await load(() =>
    Promise.all([audienceDetail(ctx, audienceId), ruleChoices(ctx, programId)]),
  );
  if (audience.programId !== programId) notFound();
  const list = audiencesLink(programId);

  return (
    <PageFrame
      title={audience.name}
      width="reading"
      lead={audience.sentence}
      back={{ href: list, label: "Audiences" }}
      actions={
        <ConfirmDialog
          trigger={<Button>Retire</Button>}
          title={`Retire “${audience.name}”?`}
          description={
            <p>
              It leaves the list. Campaigns that were launched to it, and their results, stay as they are.
            </p>
          }
          confirm="Retire this audience"
          pending="Retiring"
          action={retireAudienceAction}
          values={{ audienceId }}
        />
      }
    >
      <AudienceForm programId={programId} choices={choices} audience={audience} cancel={list} />
      <Uses programId={programId} campaigns={audience.campaigns} />
    </PageFrame>
  );
}
