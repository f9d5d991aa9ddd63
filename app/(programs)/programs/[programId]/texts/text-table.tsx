import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { type NotSentText, purposeWords, stateWords } from "@/lib/messaging/types";
import { reasonWords, tones } from "./words";

type Props = { texts: NotSentText[]; now: string; zone: string };

export function TextTable({ texts, now, zone }: Props) {
  return (
    <Table caption="Texts that did not arrive, newest first" stacked>
      <TableHead>
        <Column>When</Column>
        <Column>What it was</Column>
        <Column>What happened</Column>
        <Column>Why</Column>
        <Column numeric>Segments</Column>
      </TableHead>
      <tbody>
        {texts.map(({ id, at, state, reason, purpose, segments }) => (
          <Row key={id}>
            <Cell heading className="whitespace-nowrap font-normal">
              <RelativeTime at={at} now={now} zone={zone} form="ago" />
            </Cell>
            <Cell label="What it was">{purposeWords[purpose]}</Cell>
            <Cell label="What happened">
              <Status tone={tones[state]} className="items-start whitespace-normal [&_svg]:mt-0.5">
                {stateWords[state]}
              </Status>
            </Cell>
            <Cell label="Why">{reasonWords(state, reason)}</Cell>
            <Cell numeric label="Segments">
              {segments}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
