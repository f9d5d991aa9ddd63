import { Fragment } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { columns, columnWords, type FileColumn, sourceWords } from "@/lib/rosters/types";
import { confirmColumnsAction } from "./actions";

const options = columns.map((column) => ({ value: column, label: columnWords[column] }));

type Props = { rosterId: string; fileColumns: FileColumn[] };

/** Which column of the file is which, with what stands in each. What is chosen is kept for the program's next file. */
export function ColumnForm({ rosterId, fileColumns }: Props) {
  // Their order is what tells them apart: two may have one name.
  const numbered = fileColumns.map((column, i) => ({ ...column, place: i + 1 }));
  return (
    <ActionForm action={confirmColumnsAction} className="max-w-none">
      <Notice tone="warning" title="Say which column is which" className="max-w-prose">
        <p>
          Needed are member number, name, birth date, phone and consent. Your choice is kept for this
          program's next file.
        </p>
      </Notice>
      <input type="hidden" name="rosterId" value={rosterId} />
      <Table caption="Columns of the file" stacked>
        <TableHead>
          <Column>In the file</Column>
          <Column>Some of its values</Column>
          <Column className="min-w-56">What it is</Column>
          <Column>How we know</Column>
        </TableHead>
        <tbody>
          {numbered.map(({ heading, place, samples, column, source }) => {
            const name = heading || `Column ${place}`;
            return (
              <Row key={place}>
                <Cell heading className="break-words">
                  {name}
                </Cell>
                <Cell label="Values" className="max-w-80 break-words text-muted">
                  {samples.length > 0 ? <Samples of={samples} /> : "Empty"}
                </Cell>
                <Cell label="What it is">
                  <Select
                    label={`What "${name}" is`}
                    labelHidden
                    name="column"
                    defaultValue={column ?? ""}
                    placeholder="Leave out"
                    options={options}
                  />
                </Cell>
                <Cell label="How we know" className="text-muted">
                  {source ? sourceWords[source] : "Not known: left out"}
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
      <SubmitButton pendingLabel="Starting the check" className="justify-self-start">
        Check the rows with these columns
      </SubmitButton>
    </ActionForm>
  );
}

/** Each in one piece: a date or a phone that breaks in two is hard to tell. */
function Samples({ of }: { of: string[] }) {
  return of.map((sample, i) => (
    <Fragment key={sample}>
      {i > 0 && " · "}
      <span className="inline-block max-w-full">{sample}</span>
    </Fragment>
  ));
}
