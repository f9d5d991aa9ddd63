import Link from "next/link";
import { State } from "@/app/(programs)/programs/[programId]/rosters/state";
import { RelativeTime } from "@/components/ui/relative-time";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import type { RosterSummary } from "@/lib/rosters/types";

type Props = { programId: string; rosters: RosterSummary[]; now: string; zone: string };

export function RosterTable({ programId, rosters, now, zone }: Props) {
  return (
    <Table caption="Rosters of this program, newest first" stacked>
      <TableHead>
        <Column>File</Column>
        <Column>State</Column>
        <Column>Rows</Column>
        <Column>Uploaded</Column>
        <Column>By</Column>
      </TableHead>
      <tbody>
        {rosters.map((roster) => (
          <Row key={roster.id}>
            <Cell heading>
              <Link
                href={`/programs/${programId}/rosters/${roster.id}`}
                className="break-words text-accent underline-offset-2 hover:underline max-md:inline-block max-md:min-h-11"
              >
                {roster.fileName}
              </Link>
            </Cell>
            <Cell label="State">
              <State state={roster.state} />
            </Cell>
            <Cell label="Rows">{rowsOf(roster)}</Cell>
            <Cell label="Uploaded">
              <RelativeTime at={roster.uploadedAt} now={now} zone={zone} form="ago" />
            </Cell>
            <Cell label="By">{roster.uploadedBy}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function rowsOf({ state, failure, rows, importable, committed }: RosterSummary): string {
  if (state === "failed") return "Nothing imported";
  if (state === "lapsed") return failure ?? "Its rows were deleted.";
  if (state === "reading" || state === "mapping") return "Not checked yet";
  if (state === "checking") return `${rows.toLocaleString("en-US")} checked so far`;
  if (state === "committing" || state === "committed") return share(committed, rows, "imported");
  return share(importable, rows, "can be imported");
}
