import { ActionForm } from "@/components/forms/action-form";
import { Section } from "@/components/ui/page-frame";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import type { ParkedEvent } from "@/lib/messaging/types";
import { retryAllParkedAction, retryParkedAction } from "./actions";

const listed = 100;

const kinds: Record<ParkedEvent["kind"], string> = {
  inbound: "A patient's text",
  status: "A receipt",
};

const problems: Record<string, string> = {
  fails: "Filing it failed each time. The log says why.",
  unreadable: "It could not be read: a key is missing, or it is damaged.",
};

type Props = { events: ParkedEvent[]; now: string; zone: string };

/** What the carrier told us and we could not file, until somebody has it tried again. */
export function ParkedEvents({ events, now, zone }: Props) {
  const patients = events.filter((event) => event.kind === "inbound").length;
  return (
    <Section
      title="Could not be filed"
      lead={
        events.length === 0
          ? "Everything that came from the carrier has been filed."
          : patients > 0
            ? `${patients === 1 ? "One of them is a patient's text that nobody has" : `${patients} of them are patients' texts that nobody has`} seen. They are kept; have them tried again once the cause is put right.`
            : "They are kept. Have them tried again once the cause is put right."
      }
    >
      {/* Here also when the list is empty: the answer to its last button stands in it. */}
      <ActionForm action={retryAllParkedAction} className="mb-3 empty:hidden">
        {events.length > 1 && (
          <div>
            <SubmitButton variant="secondary" pendingLabel="Trying">
              Try all again
            </SubmitButton>
          </div>
        )}
      </ActionForm>
      {events.length > 0 && (
        <Table caption="Events that could not be filed" stacked>
          <TableHead>
            <Column>What</Column>
            <Column>Came</Column>
            <Column>Why it waits</Column>
            <Column numeric>Tries</Column>
            <Column>
              <span className="sr-only">Change</span>
            </Column>
          </TableHead>
          <tbody>
            {events.map((event) => (
              <Row key={event.id}>
                <Cell heading>
                  <Status tone={event.kind === "inbound" ? "danger" : "warning"}>{kinds[event.kind]}</Status>
                </Cell>
                <Cell label="Came">
                  <RelativeTime at={event.receivedAt} now={now} zone={zone} form="ago" />
                </Cell>
                <Cell label="Why it waits">{problems[event.problem ?? ""] ?? "It could not be filed."}</Cell>
                <Cell numeric label="Tries">
                  {event.tries}
                </Cell>
                <Cell className="text-right max-md:pt-2">
                  <ActionForm action={retryParkedAction} className="justify-items-start md:justify-items-end">
                    <input type="hidden" name="eventId" value={event.id} />
                    <SubmitButton variant="secondary" pendingLabel="Trying">
                      Try again
                    </SubmitButton>
                  </ActionForm>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {events.length === listed && <p className="mt-3 text-muted">Only the oldest {listed} are shown.</p>}
    </Section>
  );
}
