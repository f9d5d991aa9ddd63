import { Finding } from "@/components/charts/finding";
import { type ChartStep, StepChart } from "@/components/charts/step-chart";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { type Funnel, type FunnelKey, funnelSteps } from "@/lib/metrics/types";
import { actionSources, actionSourceWords } from "@/lib/outcomes/types";
import { findingOf, number } from "./words";

const tones: Partial<Record<FunnelKey, ChartStep["tone"]>> = { acted: "outcome", stopped: "loss" };
const asWhole = new Map<string, string>(funnelSteps.map((step) => [step.key, step.asWhole]));

/** Everybody supplied, step by step, to who replied; and beside it who acted and who stopped. A holdout is set apart. */
export function FunnelFigure({ funnel, windowDays }: { funnel: Funnel; windowDays: number }) {
  const { counts } = funnel;
  const heldOut = counts.supplied - counts.outreach;
  const steps = funnelSteps
    .filter(({ key }) => key !== "outreach" || heldOut > 0)
    .map(({ key, words, of }) => {
      const whole = of === "outreach" && heldOut === 0 ? "supplied" : of;
      return {
        key,
        label: words,
        count: counts[key],
        whole: whole ? { count: counts[whole], words: asWhole.get(whole) ?? whole } : null,
        tone: tones[key] ?? "step",
      };
    });

  return (
    <Finding
      finding={findingOf(counts, windowDays)}
      note={`The colored bar is the people counted, the grey one behind it the people they are a share of.${
        heldOut > 0
          ? ` The holdout, ${share(heldOut, counts.supplied, "supplied")}, is not texted and not in the steps below it.`
          : ""
      }`}
      tablePrints
      table={
        <Table caption="People at each step" stacked>
          <TableHead>
            <Column>Step</Column>
            <Column numeric>People</Column>
            <Column numeric>Share</Column>
          </TableHead>
          <tbody>
            {steps.map(({ key, label, count, whole }) => (
              <Row key={key}>
                <Cell heading>{label}</Cell>
                <Cell numeric label="People">
                  {number(count)}
                </Cell>
                <Cell numeric label="Share">
                  {whole ? share(count, whole.count, whole.words) : "everybody"}
                </Cell>
              </Row>
            ))}
            {actionSources.map((source) => {
              const people = funnel.actedBy[source];
              return people ? (
                <Row key={source}>
                  <Cell heading>Acted, known from: {actionSourceWords[source].toLowerCase()}</Cell>
                  <Cell numeric label="People">
                    {number(people)}
                  </Cell>
                  <Cell numeric label="Share">
                    {share(people, counts.acted, "who acted")}
                  </Cell>
                </Row>
              ) : null;
            })}
          </tbody>
        </Table>
      }
    >
      <StepChart label="People at each step." steps={steps} />
    </Finding>
  );
}
