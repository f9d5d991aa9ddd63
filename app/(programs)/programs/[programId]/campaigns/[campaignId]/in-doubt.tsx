import { sendUnknownAgainAction } from "@/app/(programs)/programs/[programId]/campaigns/actions";
import { AskFirst } from "@/components/forms/ask-first";
import { Notice } from "@/components/ui/notice";
import type { CampaignDetail } from "@/lib/campaigns/types";

/** Texts of which nobody knows whether they left: a person decides. Stays for the answer when none is left. */
export function InDoubt({ campaign }: { campaign: CampaignDetail }) {
  const { unknown, textable } = campaign.counts;
  const [n, m] = [unknown, textable].map((count) => count.toLocaleString("en-US"));
  return (
    <div data-asks tabIndex={-1} className="outline-none">
      <AskFirst
        action={sendUnknownAgainAction}
        values={{ campaignId: campaign.id }}
        verb="Send them again"
        pending="Lining up"
        question="Some people may get the text twice."
        offered={unknown > 0}
        className="max-w-none has-[p]:mb-6"
      >
        <Notice tone="info" title={`We don't know whether ${n} of ${m} texts left.`}>
          <p>A late receipt may still settle them. They are not sent again by themselves.</p>
        </Notice>
      </AskFirst>
    </div>
  );
}
