import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { calendarDay } from "@/components/ui/time-words";
import { roleWords, type UserRow } from "@/lib/users/types";
import { disableUserAction, enableUserAction } from "./actions";

type Props = {
  people: UserRow[];
  /** The admin who looks: nobody disables themselves. */
  self: string;
  now: string;
  zone: string;
};

export function PeopleTable({ people, self, now, zone }: Props) {
  return (
    <Table caption="People with an account" stacked>
      <TableHead>
        <Column>Name</Column>
        <Column>Role</Column>
        <Column>Programs</Column>
        <Column>Signed in</Column>
        <Column>
          <span className="sr-only">Change</span>
        </Column>
      </TableHead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id}>
            <Cell heading>
              {person.name}
              <span className="block font-normal text-muted">{person.email}</span>
            </Cell>
            <Cell label="Role">{roleWords[person.role]}</Cell>
            <Cell label="Programs">
              {person.programs.join(", ") || <span className="text-muted">None</span>}
            </Cell>
            <Cell label="Signed in">
              <Presence person={person} now={now} zone={zone} />
            </Cell>
            <Cell className="text-right max-md:pt-2">
              {person.id === self ? (
                <span className="text-muted">You</span>
              ) : person.disabledAt ? (
                <EnableDialog person={person} />
              ) : (
                <DisableDialog person={person} />
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Presence({ person, now, zone }: { person: UserRow; now: string; zone: string }) {
  if (person.disabledAt)
    return <Status tone="warning">Disabled on {calendarDay(new Date(person.disabledAt), zone)}</Status>;
  if (!person.lastSeenAt) return <span className="text-muted">Not now</span>;
  return (
    <>
      Seen <RelativeTime at={person.lastSeenAt} now={now} zone={zone} form="ago" />
    </>
  );
}

function DisableDialog({ person }: { person: UserRow }) {
  return (
    // The other verb is another dialog: without a key it would stay open and change its words.
    <ConfirmDialog
      key="disable"
      trigger={<Button aria-label={`Disable ${person.name}`}>Disable</Button>}
      title={`Disable ${person.name}?`}
      description={
        <p>
          They are signed out at once, everywhere, and cannot sign in. What they did stays. You can enable the
          account again.
        </p>
      }
      confirm={`Disable ${person.name}`}
      pending="Disabling"
      danger
      action={disableUserAction}
      values={{ userId: person.id }}
    />
  );
}

function EnableDialog({ person }: { person: UserRow }) {
  return (
    <ConfirmDialog
      key="enable"
      trigger={<Button aria-label={`Enable ${person.name}`}>Enable</Button>}
      title={`Enable ${person.name}?`}
      description={<p>They can sign in again with the password that they had, to the programs they had.</p>}
      confirm={`Enable ${person.name}`}
      pending="Enabling"
      action={enableUserAction}
      values={{ userId: person.id }}
    />
  );
}
