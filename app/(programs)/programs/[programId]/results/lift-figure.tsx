import { ArmChart } from "@/components/charts/arm-chart";
import { Finding } from "@/components/charts/finding";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { wilson } from "@/lib/metrics/statistics";
import type { Lift } from "@/lib/metrics/types";
import { liftFindingOf, number, points } from "./words";

/** What texting brought beyond what comes by itself: outreach beside the holdout. */
export function LiftFigure({ lift, windowDays }: { lift: Lift; windowDays: number }) {
  const { outreach, holdout, difference, windowOpen } = lift;
  const assigned = outreach.people + holdout.people + windowOpen;
  if (!difference)
    return (
      <p className="text-muted">
        The comparison with the holdout begins once the first windows of {windowDays} days are over:{" "}
        {share(windowOpen, assigned, "people assigned")} are still inside theirs.
      </p>
    );

  const arms = [
    { key: "outreach", label: "Outreach", ...outreach, tone: "outreach" },
    { key: "holdout", label: "Holdout", ...holdout, tone: "holdout" },
  ] as const;
  const finding = liftFindingOf(lift, difference, windowDays);
  return (
    <Finding
      finding={finding}
      note={
        <>
          Claims and the clinic&apos;s records alone, of everybody assigned to each arm, texted or not. The
          thin line is the 95&nbsp;% interval of the share.{" "}
          {windowOpen > 0 &&
            `${share(windowOpen, assigned, "people assigned")} are not in it: their window is not over.`}
        </>
      }
      tablePrints
      table={
        <Table caption="Who acted in each arm" stacked>
          <TableHead>
            <Column>Arm</Column>
            <Column numeric>People</Column>
            <Column numeric>Acted</Column>
            <Column numeric>95 % interval</Column>
          </TableHead>
          <tbody>
            {arms.map(({ key, label, people, acted }) => {
              const { low, high } = wilson({ people, acted });
              return (
                <Row key={key}>
                  <Cell heading>{label}</Cell>
                  <Cell numeric label="People">
                    {number(people)}
                  </Cell>
                  <Cell numeric label="Acted">
                    {share(acted, people)}
                  </Cell>
                  <Cell numeric label="95 % interval">
                    {points(low)} to {points(high)} of 100
                  </Cell>
                </Row>
              );
            })}
            <Row>
              <Cell heading>Difference</Cell>
              <Cell numeric label="People">
                {number(outreach.people + holdout.people)}
              </Cell>
              <Cell numeric label="Acted">
                {points(difference.value)} of 100
              </Cell>
              <Cell numeric label="95 % interval">
                {points(difference.low)} to {points(difference.high)} of 100
              </Cell>
            </Row>
          </tbody>
        </Table>
      }
    >
      <ArmChart
        label="Who acted in each arm."
        arms={arms.map(({ acted, people, ...arm }) => ({
          ...{ ...arm, count: acted, of: people },
          ...wilson({ acted, people }),
        }))}
      />
    </Finding>
  );
}
