import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { type RosterLine, shownWords } from "@/lib/rosters/types";
import { languageName } from "./words";

export function LineTable({ lines }: { lines: RosterLine[] }) {
  if (lines.length === 0) return <p className="border-t py-10 text-muted">No row is shown by this filter.</p>;
  return (
    <Table caption="Rows of the file with their verdicts" stacked>
      <TableHead>
        <Column numeric className="text-left">
          Line
        </Column>
        <Column>Name</Column>
        <Column>Phone</Column>
        <Column>Language</Column>
        <Column>Verdict</Column>
        <Column>Does</Column>
        <Column className="min-w-64">Why</Column>
      </TableHead>
      <tbody>
        {lines.map((row) => (
          <Row key={row.line}>
            <Cell label="Line">{row.line}</Cell>
            <Cell heading>{row.name || <Missing />}</Cell>
            <Cell label="Phone" className="whitespace-nowrap">
              {row.phone || <Missing />}
            </Cell>
            <Cell label="Language">{languageName(row.language)}</Cell>
            <Cell label="Verdict">
              <VerdictWords row={row} />
            </Cell>
            <Cell label="Does">{row.effect ? shownWords[row.effect] : "Nothing"}</Cell>
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

function VerdictWords({ row: { verdict, committed, reasons } }: { row: RosterLine }) {
  if (verdict === "reject") return <Status tone="danger">Left out</Status>;
  if (committed) return <Status tone="success">Imported</Status>;
  return reasons.length > 0 ? (
    <Status tone="warning">Import with a warning</Status>
  ) : (
    <Status tone="active">Import</Status>
  );
}
