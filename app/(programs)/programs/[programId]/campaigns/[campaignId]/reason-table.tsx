import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import type { Reason } from "@/lib/campaigns/types";

type Props = {
  caption: string;
  reasons: Reason[];
  of: number;
  words: (code: string) => string;
};

/** Why, and how many of the whole. */
export function ReasonTable({ caption, reasons, of, words }: Props) {
  return (
    <Table caption={caption} className="max-w-prose">
      <TableHead>
        <Column>Why</Column>
        <Column numeric>People</Column>
      </TableHead>
      <tbody>
        {reasons.map(({ code, people }) => (
          <Row key={code}>
            <Cell heading className="font-normal">
              {words(code)}
            </Cell>
            <Cell numeric>{share(people, of)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
