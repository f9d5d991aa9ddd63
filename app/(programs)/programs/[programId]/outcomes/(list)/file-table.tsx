import Link from "next/link";
import { State } from "@/app/(programs)/programs/[programId]/outcomes/state";
import { RelativeTime } from "@/components/ui/relative-time";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { type OutcomeFileSummary, outcomeKindWords } from "@/lib/outcomes/types";

type Props = { programId: string; files: OutcomeFileSummary[]; now: string; zone: string };

export function FileTable({ programId, files, now, zone }: Props) {
  return (
    <Table caption="Files of outcomes of this program, newest first" stacked>
      <TableHead>
        <Column>File</Column>
        <Column>What it holds</Column>
        <Column>State</Column>
        <Column>Rows</Column>
        <Column>Uploaded</Column>
        <Column>By</Column>
      </TableHead>
      <tbody>
        {files.map((file) => (
          <Row key={file.id}>
            <Cell heading>
              <Link
                href={`/programs/${programId}/outcomes/${file.id}`}
                className="break-words text-accent underline-offset-2 hover:underline max-md:inline-block max-md:min-h-11"
              >
                {file.fileName}
              </Link>
            </Cell>
            <Cell label="What it holds">{outcomeKindWords[file.kind]}</Cell>
            <Cell label="State">
              <State state={file.state} />
            </Cell>
            <Cell label="Rows">{rowsOf(file)}</Cell>
            <Cell label="Uploaded">
              <RelativeTime at={file.uploadedAt} now={now} zone={zone} form="ago" />
            </Cell>
            <Cell label="By">{file.uploadedBy}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function rowsOf({ state, rows, matched, known, committed }: OutcomeFileSummary): string {
  if (state === "failed" || state === "unfinished") return "Nothing imported";
  if (state === "committing" || state === "committed") return share(committed, rows, "imported");
  return share(matched + known, rows, "match a patient");
}
