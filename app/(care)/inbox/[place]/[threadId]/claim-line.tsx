"use client";

import { clockTime } from "@/components/ui/time-words";
import type { Claim } from "@/lib/inbox/types-working";
import { usePresence } from "./presence-now";

type Props = { threadId: string; claim: Claim | null; zone: string };

/** Who has the conversation, and until when. Typing renews it without a word, so the later of two times is the one. */
export function ClaimLine({ threadId, claim, zone }: Props) {
  const heard = usePresence(threadId).claim;
  if (!claim) return <span className="max-md:hidden">Not claimed</span>;
  const same = heard?.mine === claim.mine && heard.name === claim.name;
  const until = same && heard.until > claim.until ? heard.until : claim.until;
  return (
    <span>
      {claim.mine ? "You have this" : `${claim.name} has this`}{" "}
      <span className="whitespace-nowrap">until {clockTime(new Date(until), zone)}</span>
    </span>
  );
}
