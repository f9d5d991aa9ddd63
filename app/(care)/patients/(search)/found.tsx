import Link from "next/link";
import { dueWords, languageName } from "@/app/(care)/patients/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { calendarDay } from "@/components/ui/time-words";
import { type PatientHit, patientStatusWords } from "@/lib/patients/types-record";
import type { LastSearch } from "./last-search";

/** Who was found, and what to do where it was nobody, or too many. */
export function Found({ search }: { search: LastSearch | null }) {
  if (!search)
    return (
      <EmptyState title="Whom do you look for?">
        <Ways />
      </EmptyState>
    );
  const { words, answer } = search;
  const { hits, more } = answer;
  return (
    <div className="grid gap-4">
      <p role="status" className={hits.length === 0 ? "sr-only" : "text-muted"}>
        {hits.length === 0
          ? "Nobody found."
          : `${countOf(hits.length)} found${more ? ", and there are more" : ""}.`}
      </p>
      {more && (
        <Notice
          title={
            hits.length === 0
              ? "Too many people have a name like this to look at each."
              : `There may be more than these ${hits.length}.`
          }
        >
          <p>Type more of the name, or the birth date beside it.</p>
        </Notice>
      )}
      {hits.length > 0 ? (
        <Hits hits={hits} />
      ) : (
        !more && (
          <EmptyState title={`Nobody found for “${words}” in your programs`}>
            <p>They may be in another program, or on file in another writing.</p>
            <Ways />
          </EmptyState>
        )
      )}
    </div>
  );
}

const countOf = (n: number) => (n === 1 ? "1 patient" : `${n} patients`);

function Ways() {
  return (
    <ul className="list-disc pl-5">
      <li>
        The beginning of a first or last name, in any order: rosa mar. Of under three letters, the whole.
      </li>
      <li>A birth date: 5/17/1994, 17 May 1994</li>
      <li>A phone number in any writing, with its area code</li>
      <li>A member number, all of it</li>
      <li>Several together: marin 5/17/1994</li>
    </ul>
  );
}

function Hits({ hits }: { hits: PatientHit[] }) {
  return (
    <Table caption="Patients found" stacked>
      <TableHead>
        <Column>Name</Column>
        <Column>Born</Column>
        <Column>Language</Column>
        <Column>Phone</Column>
        <Column>Programs</Column>
        <Column>Due</Column>
      </TableHead>
      <tbody>
        {hits.map((hit) => (
          <Row key={hit.id}>
            <Cell heading>
              <Link
                href={`/patients/${hit.id}`}
                prefetch={false}
                data-hit
                className="inline-flex min-h-6 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11"
              >
                {hit.name}
              </Link>
              {hit.byJoined && (
                <span className="block font-normal text-muted">
                  Found by a record that was joined with this
                </span>
              )}
              {hit.status !== "active" && (
                <span className="block">
                  <Status tone="warning">{patientStatusWords[hit.status]}</Status>
                </span>
              )}
            </Cell>
            <Cell label="Born">
              {calendarDay(new Date(`${hit.birthDate}T12:00Z`), "UTC")}
              <span className="block text-muted">{hit.age} years old</span>
            </Cell>
            <Cell label="Language">{languageName(hit.language)}</Cell>
            <Cell label="Phone">
              {hit.phones.length === 0 && <span className="text-muted">None</span>}
              {hit.phones.map((number) => (
                <span key={number} className="block whitespace-nowrap">
                  {number}
                </span>
              ))}
            </Cell>
            <Cell label="Programs">{hit.programs.join(", ")}</Cell>
            <Cell label="Due">
              {hit.next ? dueWords(hit.next) : <span className="text-muted">Nothing on file</span>}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
