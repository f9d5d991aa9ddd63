import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { exactTime } from "@/components/ui/time-words";
import { type AuditEntry, auditWords, isAuditAction } from "@/lib/audit/types";
import { isId } from "@/lib/ids";
import { roleWords } from "@/lib/users/types";

export function AuditTable({ entries, zone }: { entries: AuditEntry[]; zone: string }) {
  return (
    <Table caption="What was done, newest first">
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
            <Cell className="whitespace-nowrap">
              <time dateTime={entry.at}>{exactTime(new Date(entry.at), zone)}</time>
            </Cell>
            <Cell>
              {entry.who}
              {isRole(entry.role) && (
                <span className="block text-muted text-sm">{roleWords[entry.role]}</span>
              )}
            </Cell>
            <Cell className="min-w-40">
              {isAuditAction(entry.action) ? auditWords[entry.action] : entry.action}
              {entry.subject && <span className="block font-medium">{entry.subject}</span>}
            </Cell>
            <Cell>{entry.program}</Cell>
            <Cell className="min-w-60">
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
  const facts = Object.entries(entry.details).filter(
    ([name, value]) => value !== null && !(name === "userId" && entry.subject),
  );
  return (
    <dl className="flex flex-wrap gap-x-3 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1">
          <dt className="whitespace-nowrap text-muted">{inWords(name)}</dt>
          <dd title={String(value)} className="break-words">
            {shown(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** "windowDays" is how code writes "window days". */
const inWords = (name: string) =>
  name.replace(/Id$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function shown(value: AuditEntry["details"][string]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-US");
  // An id's end tells it from its neighbours; the whole of it is in the title.
  if (value !== null && isId(value)) return `…${value.slice(-8)}`;
  return value ?? "";
}
