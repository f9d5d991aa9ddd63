import { Facts } from "@/components/ui/facts";
import { evidenceDefinition, funnelSteps } from "@/lib/metrics/types";

type Props = { desiredAction: string; windowDays: number };

/** What each word on this page means, next to the program's own terms. */
export function Definitions({ desiredAction, windowDays }: Props) {
  return (
    <Facts
      facts={[
        { term: "Desired action", detail: desiredAction },
        { term: "Window", detail: `${windowDays} ${windowDays === 1 ? "day" : "days"} after the first text` },
        ...funnelSteps.map(({ words, definition }) => ({ term: words, detail: definition })),
        { term: "Evidence", detail: evidenceDefinition },
        { term: "People", detail: "Somebody who is in several campaigns counts once." },
      ]}
    />
  );
}
