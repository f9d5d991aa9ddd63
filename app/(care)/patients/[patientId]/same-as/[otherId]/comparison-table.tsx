import { languageName } from "@/app/(care)/patients/words";
import { standingLine } from "@/app/(care)/standing-line";
import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { calendarDay } from "@/components/ui/time-words";
import { displayPhone } from "@/lib/patients/phone-number";
import type { RecordPair, RecordSide } from "@/lib/patients/queries-comparison";

interface Line {
  term: string;
  of: (side: RecordSide, zone: string) => string[];
  /** What becomes of it: the kept record's own, or both. */
  after: "kept" | "both" | "stricter";
}

const none = "Nothing on file";

const lines: Line[] = [
  { term: "Name", of: ({ name }) => [name], after: "kept" },
  { term: "Member number", of: ({ memberNumber }) => [memberNumber], after: "kept" },
  {
    term: "Born",
    of: ({ birthDate }) => [calendarDay(new Date(`${birthDate}T12:00Z`), "UTC")],
    after: "kept",
  },
  { term: "Speaks", of: ({ language }) => [languageName(language)], after: "kept" },
  { term: "Address", of: ({ address }) => [address ?? none], after: "kept" },
  { term: "Plan", of: ({ plan }) => [plan ?? none], after: "kept" },
  { term: "Tags", of: ({ tags }) => (tags.length > 0 ? [tags.join(", ")] : [none]), after: "kept" },
  {
    term: "Outreach",
    of: ({ name, standing }, zone) => [standing ? standingLine(name, standing, zone) : "Goes to them"],
    after: "stricter",
  },
  { term: "Programs of yours", of: ({ programs }) => programs, after: "both" },
  { term: "Numbers", of: ({ phones }) => phones.map(phoneLine), after: "both" },
];

const afterWords = {
  kept: "The record that is kept",
  both: "Both; a no to texts prevails",
  stricter: "A hold or a death prevails",
} as const;

/** What stands in both records, and what there will be afterwards. What differs is marked by a word, not by colour alone. */
export function ComparisonTable({ pair: { kept, merged, timeZone } }: { pair: RecordPair }) {
  return (
    <Table caption="Both records, side by side" stacked>
      <TableHead>
        <Column>What</Column>
        <Column>This record, which is kept</Column>
        <Column>The other record</Column>
        <Column>Afterwards</Column>
      </TableHead>
      <tbody>
        {lines.map(({ term, of, after }) => {
          const [own, other] = [of(kept, timeZone), of(merged, timeZone)];
          const differs = after === "kept" && own.join() !== other.join();
          return (
            <Row key={term}>
              <Cell heading>{term}</Cell>
              <Cell label="Kept">
                <Values values={own} />
              </Cell>
              <Cell label="Other">
                <Values values={other} />
                {differs && <Status tone="warning">Differs</Status>}
              </Cell>
              <Cell label="Afterwards" className="text-muted">
                {afterWords[after]}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function Values({ values }: { values: string[] }) {
  if (values.length === 0) return <span className="text-muted">{none}</span>;
  return (
    <ul>
      {values.map((value) => (
        <li key={value} className="break-words">
          {value}
        </li>
      ))}
    </ul>
  );
}

const consentWords = (consent: boolean | null) =>
  consent === null ? "no consent on file" : consent ? "agreed to texts" : "took consent back";

const phoneLine = ({ number, consent }: RecordSide["phones"][number]) =>
  `${displayPhone(number)}: ${consentWords(consent)}`;
