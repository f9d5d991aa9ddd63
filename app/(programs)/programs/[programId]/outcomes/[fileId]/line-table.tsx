import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import type { OutcomeKind, OutcomeLine } from "@/lib/outcomes/types";
import { dayWords } from "./words";

export function LineTable({ lines, kind }: { lines: OutcomeLine[]; kind: OutcomeKind }) {
  if (lines.length === 0) return <p className="border-t py-10 text-muted">No row is shown by this filter.</p>;
  const what = kind === "touches" ? "Channel" : "Code";
  return (
    <Table caption="Rows of the file with their verdicts" stacked>
      <TableHead>
        <Column numeric className="text-left">
          Line
        </Column>
        <Column>Member number</Column>
        <Column>Date</Column>
        <Column>{what}</Column>
        <Column>Verdict</Column>
        <Column className="min-w-64">Why</Column>
      </TableHead>
      <tbody>
        {lines.map((row) => (
          <Row key={row.line}>
            <Cell label="Line">{row.line}</Cell>
            <Cell heading>{row.memberNumber || <Missing />}</Cell>
            <Cell label="Date" className="md:whitespace-nowrap">
              {row.day ? dayWords(row.day) : <Missing />}
            </Cell>
            <Cell label={what}>{row.what || <Missing />}</Cell>
            <Cell label="Verdict">
              <VerdictWords row={row} />
            </Cell>
            <Cell label="Why">
              {row.reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const Missing = () => <span className="font-normal text-muted">None</span>;

function VerdictWords({ row: { verdict, committed } }: { row: OutcomeLine }) {
  if (verdict === "reject") return <Status tone="warning">Left out</Status>;
  if (verdict === "known") return <Status>Known already</Status>;
  return committed ? <Status tone="success">Imported</Status> : <Status tone="active">New</Status>;
}
