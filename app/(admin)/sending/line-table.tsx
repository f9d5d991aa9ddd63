import { RelativeTime } from "@/components/ui/relative-time";
import { ShareBar } from "@/components/ui/share-bar";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import type { SenderStanding } from "@/lib/messaging/types";
import { displayPhone } from "@/lib/patients/phone-number";
import { PaceDialog } from "./pace-dialog";
import { endOfDay } from "./words";

type Props = { senders: SenderStanding[]; now: string; zone: string };

/** Each number's line: what waits in it, how fast it goes, and what of its day is used. */
export function LineTable({ senders, now, zone }: Props) {
  return (
    <>
      <Table caption="Our numbers and what waits to leave from them" stacked>
        <TableHead>
          <Column>Number</Column>
          <Column numeric>Replies waiting</Column>
          <Column numeric>Campaign texts waiting</Column>
          <Column>Oldest due for</Column>
          <Column numeric>Segments a second</Column>
          <Column>Today</Column>
          <Column>
            <span className="sr-only">Change</span>
          </Column>
        </TableHead>
        <tbody>
          {senders.map((sender) => (
            <Row key={sender.id}>
              <Cell heading className="whitespace-nowrap">
                {displayPhone(sender.number)}
                <span className="block font-normal text-muted">{sender.program ?? "Free"}</span>
              </Cell>
              <Cell numeric label="Replies waiting">
                {whole(sender.waiting.replies)}
              </Cell>
              <Cell numeric label="Campaign waiting">
                {whole(sender.waiting.bulk)}
              </Cell>
              <Cell label="Oldest due for">
                {sender.oldestDue === null ? (
                  <span className="text-muted">Nothing waits</span>
                ) : Date.parse(sender.oldestDue) > Date.parse(now) ? (
                  <span className="text-muted">Due later</span>
                ) : (
                  <RelativeTime at={sender.oldestDue} now={now} zone={zone} />
                )}
              </Cell>
              <Cell numeric label="A second">
                {whole(sender.segmentsPerSecond)}
              </Cell>
              <Cell label="Today" className="md:min-w-72">
                <Today sender={sender} />
              </Cell>
              <Cell className="text-right max-md:pt-2">
                <PaceDialog sender={sender} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {senders.some((sender) => sender.segmentsPerDay !== null) && (
        <p className="mt-3 text-muted">
          The day ends at midnight Pacific time, as the phone companies count it.
        </p>
      )}
    </>
  );
}

function Today({ sender }: { sender: SenderStanding }) {
  const { segmentsPerDay, usedToday } = sender;
  if (segmentsPerDay === null) return <span>{whole(usedToday)} segments today, no cap</span>;
  const end = endOfDay(sender);
  return (
    <>
      <ShareBar
        count={usedToday}
        of={segmentsPerDay}
        words="segments today"
        tone={end ? "warning" : "accent"}
        className="max-md:flex-wrap!"
      />
      {end && <p className="text-warning">{end}</p>}
    </>
  );
}

const whole = (n: number) => n.toLocaleString("en-US");
