import { CircleQuestionMark } from "lucide-react";
import { Status } from "@/components/ui/status";
import type { StopSuggestion } from "@/lib/inbox/types";

/** Under a text that may have asked us to stop: that a nurse is to decide, or what came of it. */
export function SuggestionMark({ suggestion: { decision, by } }: { suggestion: StopSuggestion }) {
  if (decision === null)
    return (
      <p>
        <Status tone="warning" icon={<CircleQuestionMark aria-hidden />}>
          May ask to stop
        </Status>
      </p>
    );
  return <p className="text-muted text-sm">{words[decision](by ?? "somebody")}</p>;
}

const words = {
  stop: (by) => `A request to stop, decided by ${by}`,
  no_stop: (by) => `Not a request to stop, decided by ${by}`,
  stopped_meanwhile: () => "The number was stopped before anyone decided",
} satisfies Record<NonNullable<StopSuggestion["decision"]>, (by: string) => string>;
