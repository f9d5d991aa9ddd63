import { type Fact, Facts } from "@/components/ui/facts";
import { costDefinition, type Funnel } from "@/lib/metrics/types";
import { money, number } from "./words";

/** What the texts cost, and that cost spread over replies and actions, each with what it was divided by. */
export function CostFacts({ funnel }: { funnel: Funnel }) {
  const { costMicros, segments, counts } = funnel;
  const spread = (people: number, words: string, none: string) =>
    people === 0
      ? none
      : `${money(costMicros / people)}: ${money(costMicros)} for ${number(people)} ${people === 1 ? "person" : "people"} who ${words}`;

  const facts: Fact[] = [
    {
      term: "Campaign texts",
      detail: `${money(costMicros)} for ${number(segments)} ${segments === 1 ? "segment" : "segments"}`,
    },
    { term: "For each reply", detail: spread(counts.replied, "replied", "Nobody has replied yet.") },
    { term: "For each action", detail: spread(counts.acted, "acted", "Nobody has acted yet.") },
  ];
  return (
    <>
      <Facts facts={facts} />
      <p className="mt-2 max-w-prose text-muted text-sm">{costDefinition}</p>
    </>
  );
}
