import { CircleCheck, CirclePause } from "lucide-react";
import { Status, type StatusTone } from "@/components/ui/status";
import { type CampaignState, campaignStateWords } from "@/lib/campaigns/types";

const tones: Record<CampaignState, StatusTone> = {
  draft: "neutral",
  enrolling: "active",
  running: "active",
  paused: "warning",
};

/** A running campaign that has nothing left to send is told as sent. */
export function CampaignStatus({ state, allSent = false }: { state: CampaignState; allSent?: boolean }) {
  if (state === "running" && allSent)
    return (
      <Status tone="success" icon={<CircleCheck aria-hidden />}>
        Sent
      </Status>
    );
  return (
    <Status tone={tones[state]} icon={state === "paused" ? <CirclePause aria-hidden /> : undefined}>
      {campaignStateWords[state]}
    </Status>
  );
}
