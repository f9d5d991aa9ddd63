import { Notice } from "@/components/ui/notice";
import { exactTime, timeOfDay } from "@/components/ui/time-words";
import type { CampaignDetail } from "@/lib/campaigns/types";
import { people } from "./people";

type Props = { campaign: CampaignDetail; now: Date; waiting: number };

/** Why texts that wait do not go, when there is a reason. Nothing while they flow. */
export function Holding({ campaign, now, waiting }: Props) {
  const { state, sendsUntil, hours, hoursBegin, timeZone, counts } = campaign;
  const when = (iso: string) => exactTime(new Date(iso), timeZone);

  if (state === "enrolling")
    return (
      <Notice title={`Starting: ${people(counts.supplied)} looked at so far.`} className="mb-6">
        <p>Texts go out as soon as everybody is counted.</p>
      </Notice>
    );
  if (waiting === 0) return null;
  if (state === "paused")
    return (
      <Notice tone="warning" title={`Paused: ${people(waiting)} did not get a text yet.`} className="mb-6">
        <p>Nothing goes out until you resume. Replies still reach your nurses.</p>
      </Notice>
    );
  if (sendsUntil && new Date(sendsUntil) <= now)
    return (
      <Notice tone="warning" title={`Sending ended ${when(sendsUntil)}.`} className="mb-6">
        <p>
          {people(waiting)} got no text in that time. Pause, then resume, to go on for another seven days.
        </p>
      </Notice>
    );
  if (hoursBegin)
    return (
      <Notice title={`The next texts go out ${when(hoursBegin)}.`} className="mb-6">
        <p>
          Outreach goes out from {timeOfDay(hours.opens)} to {timeOfDay(hours.closes)} where each patient is
          {hours.sundays ? "" : ", never on Sundays"}. {people(waiting)} still waiting.
        </p>
      </Notice>
    );
  return null;
}
