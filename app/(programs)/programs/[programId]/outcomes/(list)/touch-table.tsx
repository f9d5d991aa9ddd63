import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { channelWords, type TouchCount } from "@/lib/outcomes/types";

export function TouchTable({ counts }: { counts: TouchCount[] }) {
  return (
    <Table caption="Touches by channel" stacked>
      <TableHead>
        <Column>Channel</Column>
        <Column>Touches</Column>
        <Column>People</Column>
        <Column>Reached</Column>
        <Column>Not reached</Column>
        <Column>Not said</Column>
      </TableHead>
      <tbody>
        {counts.map(({ channel, touches, people, reached, notReached }) => (
          <Row key={channel}>
            <Cell heading>{channelWords[channel]}</Cell>
            <Cell label="Touches">{number(touches)}</Cell>
            <Cell label="People">{number(people)}</Cell>
            <Cell label="Reached">{share(reached, touches)}</Cell>
            <Cell label="Not reached">{share(notReached, touches)}</Cell>
            <Cell label="Not said">{share(touches - reached - notReached, touches)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const number = (count: number) => count.toLocaleString("en-US");
