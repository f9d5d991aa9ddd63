import { Archive, CircleCheck, Eye } from "lucide-react";
import { Status } from "@/components/ui/status";
import type { CannedReply } from "@/lib/inbox/types-canned";

/** Whether nurses can use it, and what is missing. */
export function ReplyState({ reply: { retired, reviewer, mine } }: { reply: CannedReply }) {
  if (retired) return <Status icon={<Archive aria-hidden />}>Retired</Status>;
  if (reviewer)
    return (
      <Status tone="success" icon={<CircleCheck aria-hidden />}>
        In use, reviewed by {reviewer}
      </Status>
    );
  return (
    <Status tone="warning" icon={<Eye aria-hidden />}>
      {mine ? "Waits for somebody else to review it" : "Waits for your review"}
    </Status>
  );
}
