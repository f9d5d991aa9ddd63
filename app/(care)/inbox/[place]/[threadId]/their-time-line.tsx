"use client";

import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { clockTime } from "@/components/ui/time-words";
import type { TheirTime } from "@/lib/inbox/types-sending";
import { isOutsideHours, theirClock } from "./their-hours";

type Props = {
  time: TheirTime;
  /** ISO, the server's. */
  now: string;
  /** There are words to send. */
  ready: boolean;
  onLater: () => void;
};

/** What time it is for the patient; outside texting hours with a way to let the reply wait for them. */
export function TheirTimeLine({ time: { zones, opensAt }, now, ready, onLater }: Props) {
  const at = new Date(useNow(now));
  const clock = theirClock(at, zones);
  if (!isOutsideHours(at, zones)) return <p className="text-muted text-sm">It is {clock} for them</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded bg-warning-soft px-3 py-2">
      <p className="min-w-0 flex-1">It is {clock} for them. A text may wake somebody.</p>
      <Button disabled={!ready} onClick={onLater}>
        {opensAt
          ? `Send at ${clockTime(new Date(opensAt), zones[0] ?? "UTC")}`
          : "Send when their day begins"}
      </Button>
    </div>
  );
}
