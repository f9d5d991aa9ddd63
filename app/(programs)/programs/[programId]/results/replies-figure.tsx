import { Finding } from "@/components/charts/finding";
import { TimeChart } from "@/components/charts/time-chart";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { apart, zoneWords } from "@/components/ui/time-words";
import { type RepliesOverTime, replyTimeDefinition } from "@/lib/metrics/types";
import { busiest, number, slotWords } from "./words";

type Props = { replies: RepliesOverTime; medianSeconds: number | null; zone: string };

/** When people first wrote back, from the first text until now. */
export function RepliesFigure({ replies, medianSeconds, zone }: Props) {
  const { unit } = replies;
  const total = replies.slots.reduce((sum, { people }) => sum + people, 0);
  const most = busiest(replies);
  if (total === 0 || !most) return <p className="text-muted">Nobody has replied yet.</p>;

  const mostWords = `${share(most.people, total, "first replies")} came ${when(unit, most.from)}`;
  const pace = medianSeconds === null ? "" : ` Half came within ${span(medianSeconds)} of the first text.`;
  return (
    <Finding
      finding={`${mostWords}.${pace}`}
      note={`People by the ${unit} of their first reply, in ${zoneWords(zone)}. ${medianSeconds === null ? "" : `Time to the first reply: ${replyTimeDefinition}`}`}
      table={
        <Table
          caption={`First replies by ${unit}; where nobody replied, the ${unit} is left out`}
          captionShown
        >
          <TableHead>
            <Column>From</Column>
            <Column numeric>First replies</Column>
          </TableHead>
          <tbody>
            {replies.slots
              .filter(({ people }) => people > 0)
              .map(({ from, people }) => (
                <Row key={from}>
                  <Cell heading>{slotWords(unit, from)}</Cell>
                  <Cell numeric>{number(people)}</Cell>
                </Row>
              ))}
          </tbody>
        </Table>
      }
    >
      <TimeChart
        label={`First replies by ${unit}. ${mostWords}.`}
        slots={replies.slots.map(({ from, people }) => ({
          key: from,
          label: slotWords(unit, from),
          count: people,
        }))}
      />
    </Finding>
  );
}

const span = (seconds: number) => (seconds < 60 ? "a minute" : apart(seconds * 1_000));

const when = (unit: RepliesOverTime["unit"], from: string) =>
  unit === "hour"
    ? `in the hour from ${slotWords(unit, from)}`
    : unit === "day"
      ? `on ${slotWords(unit, from)}`
      : `in the ${slotWords(unit, from)}`;
