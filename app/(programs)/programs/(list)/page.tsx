import type { Metadata, Route } from "next";
import Link from "next/link";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { listPrograms } from "@/lib/programs/queries";
import type { ProgramRow } from "@/lib/programs/types";
import { load, pageContext } from "@/lib/web/page-context";

export const metadata: Metadata = { title: "Programs" };

export default async function ProgramsPage() {
  const ctx = await pageContext();
  const programs = await load(() => listPrograms(ctx));
  const create = (
    <ButtonLink href="/programs/new" variant="primary">
      Create a program
    </ButtonLink>
  );

  return (
    <PageFrame title="Programs" lead="The programs that you run." actions={programs.length > 0 && create}>
      {programs.length === 0 ? (
        <EmptyState title="No program yet" action={create}>
          A program is one goal for one group of patients: what they should do, who answers them, and from
          which number. Programs of other managers show here once they add you.
        </EmptyState>
      ) : (
        <ProgramTable programs={programs} />
      )}
      <LiveRefresh
        kinds={["program.changed", "campaign.changed", "roster.changed", "thread.changed", "inbound.filed"]}
      />
    </PageFrame>
  );
}

const whole = (count: number) => count.toLocaleString("en-US");

function ProgramTable({ programs }: { programs: ProgramRow[] }) {
  return (
    <Table caption="Your programs" stacked>
      <TableHead>
        <Column>Program</Column>
        <Column>Desired action</Column>
        <Column numeric>Patients</Column>
        <Column numeric>Waiting for a person</Column>
        <Column numeric>Running campaigns</Column>
      </TableHead>
      <tbody>
        {programs.map((program) => (
          <Row key={program.id}>
            <Cell heading>
              <Link
                href={`/programs/${program.id}/results` as Route}
                className="underline decoration-line-strong underline-offset-2 hover:decoration-current max-md:-my-3 max-md:inline-block max-md:py-3"
              >
                {program.name}
              </Link>
            </Cell>
            <Cell label="Desired action">{program.desiredAction}</Cell>
            <Cell numeric label="Patients">
              {whole(program.patients)}
            </Cell>
            <Cell numeric label="Waiting for a person">
              {whole(program.waiting)}
            </Cell>
            <Cell numeric label="Running campaigns">
              {whole(program.campaigns)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
