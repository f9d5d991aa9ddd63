import { Facts } from "@/components/ui/facts";
import {
  comparableDefinition,
  evidenceDefinition,
  funnelSteps,
  intervalDefinition,
  liftDefinition,
} from "@/lib/metrics/types";

type Props = {
  desiredAction: string;
  windowDays: number;
  /** Whether there is a holdout. */
  compared: boolean;
};

/** What each word on this page means, next to the program's own terms. */
export function Definitions({ desiredAction, windowDays, compared }: Props) {
  return (
    <Facts
      facts={[
        { term: "Desired action", detail: desiredAction },
        { term: "Window", detail: `${windowDays} ${windowDays === 1 ? "day" : "days"} after the first text` },
        ...(compared
          ? [
              { term: "Difference", detail: liftDefinition },
              { term: "Evidence compared", detail: comparableDefinition },
              { term: "95 % interval", detail: intervalDefinition },
            ]
          : []),
        ...funnelSteps.map(({ words, definition }) => ({ term: words, detail: definition })),
        { term: "Evidence", detail: evidenceDefinition },
        { term: "People", detail: "Somebody who is in several campaigns counts once." },
      ]}
    />
  );
}
