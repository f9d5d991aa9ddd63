import { cn } from "@/components/ui/cn";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { exactTime } from "@/components/ui/time-words";
import { type AuditEntry, auditWords, isAuditAction } from "@/lib/audit/types";
import { roleWords } from "@/lib/users/types";
import { factsOf } from "./words";

export function AuditTable({ entries, zone }: { entries: AuditEntry[]; zone: string }) {
  return (
    <Table caption="What was done, newest first" stacked>
      <TableHead>
        <Column>When</Column>
        <Column>Who</Column>
        <Column>What</Column>
        <Column>Program</Column>
        <Column>Details</Column>
      </TableHead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id}>
            <Cell className="max-md:text-muted min-w-28 md:whitespace-nowrap">
              <time dateTime={entry.at}>{exactTime(new Date(entry.at), zone)}</time>
            </Cell>
            <Cell label="Who">
              {entry.who}
              {isRole(entry.role) && (
                <span className="block text-muted text-sm">{roleWords[entry.role]}</span>
              )}
            </Cell>
            <Cell label="What" className="min-w-40">
              {isAuditAction(entry.action) ? auditWords[entry.action] : entry.action}
              {entry.subject && <span className="block font-medium">{entry.subject}</span>}
            </Cell>
            <Cell label="Program">{entry.program}</Cell>
            <Cell label="Details" className="min-w-60">
              <Details entry={entry} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const isRole = (role: string | null): role is keyof typeof roleWords => role !== null && role in roleWords;

function Details({ entry }: { entry: AuditEntry }) {
  return (
    <ul className="flex flex-wrap gap-x-1.5 text-sm">
      {factsOf(entry).map(({ name, words, id }, i) => (
        <li key={name} title={id ?? undefined} className={cn("min-w-0 break-words", id && "text-muted")}>
          {i > 0 && (
            <span aria-hidden className="mr-1.5 text-muted">
              ·
            </span>
          )}
          {words}
        </li>
      ))}
    </ul>
  );
}
