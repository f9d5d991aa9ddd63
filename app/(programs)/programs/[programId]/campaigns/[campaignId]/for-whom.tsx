import type { CampaignAudience } from "@/lib/campaigns/types";

/** Whom a campaign is or was for: the audience's name, and its rule in a sentence. */
export function ForWhom({ audience }: { audience: CampaignAudience }) {
  return (
    <p>
      {audience.name && <span className="font-medium">{audience.name}: </span>}
      {audience.sentence}
    </p>
  );
}
