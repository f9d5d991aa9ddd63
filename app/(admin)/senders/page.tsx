import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { senderStandings } from "@/lib/messaging/standing";
import { displayPhone } from "@/lib/patients/phone-number";
import { listSenders } from "@/lib/programs/sender";
import { senderKindWords } from "@/lib/programs/types";
import { load, pageContext } from "@/lib/web/page-context";
import { AddNumberForm } from "./add-number-form";

export const metadata: Metadata = { title: "Numbers" };

export default async function SendersPage() {
  const ctx = await pageContext();
  const [senders, standings] = await load(() => Promise.all([listSenders(ctx), senderStandings(ctx)]));
  const caps = new Map(standings.map(({ id, segmentsPerDay }) => [id, segmentsPerDay]));

  return (
    <PageFrame title="Numbers" lead="The numbers that texts come from. Each belongs to one program.">
      <Section
        title="Our numbers"
        lead={
          <>
            What waits, and how fast each may send, is under{" "}
            <Link href="/sending" className="text-accent underline underline-offset-2">
              Sending
            </Link>
            .
          </>
        }
      >
        {senders.length === 0 ? (
          <EmptyState title="No number yet">
            Add a number that the carrier gave you. Managers can then create a program with it.
          </EmptyState>
        ) : (
          <Table caption="Our numbers" stacked>
            <TableHead>
              <Column>Number</Column>
              <Column>Kind</Column>
              <Column numeric>Segments a second</Column>
              <Column numeric>Segments a day</Column>
              <Column>Who confirms a STOP</Column>
              <Column>Program</Column>
            </TableHead>
            <tbody>
              {senders.map((sender) => (
                <Row key={sender.id}>
                  <Cell heading className="whitespace-nowrap">
                    {displayPhone(sender.number)}
                  </Cell>
                  <Cell label="Kind">{senderKindWords[sender.kind]}</Cell>
                  <Cell numeric label="Segments a second">
                    {sender.segmentsPerSecond.toLocaleString("en-US")}
                  </Cell>
                  <Cell numeric label="Segments a day">
                    {caps.get(sender.id)?.toLocaleString("en-US") ?? (
                      <span className="text-muted">No cap</span>
                    )}
                  </Cell>
                  <Cell label="STOP confirmed by">
                    {sender.networkConfirmsStop ? "The network" : "Hearback"}
                  </Cell>
                  <Cell label="Program">{sender.program ?? <span className="text-muted">Free</span>}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      <Section title="Add a number">
        <AddNumberForm />
      </Section>
    </PageFrame>
  );
}
