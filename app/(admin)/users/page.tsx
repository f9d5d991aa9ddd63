import type { Metadata } from "next";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { standingOf } from "@/lib/programs/queries";
import { listUsers } from "@/lib/users/queries";
import { staffListed } from "@/lib/users/types";
import { load, pageContext } from "@/lib/web/page-context";
import { AddPersonForm } from "./add-person-form";
import { PeopleTable } from "./people-table";

export const metadata: Metadata = { title: "People" };

export default async function UsersPage() {
  const ctx = await pageContext();
  const people = await load(() => listUsers(ctx));
  const { zone } = await standingOf(ctx);
  const active = people.filter((person) => person.disabledAt === null).length;

  return (
    <PageFrame
      title="People"
      lead={
        people.length === staffListed
          ? `The first ${staffListed} people by name.`
          : `${active} of ${people.length} ${people.length === 1 ? "account" : "accounts"} can sign in.`
      }
    >
      <Section title="Who has an account">
        <PeopleTable people={people} self={ctx.actor.userId} now={ctx.now.toISOString()} zone={zone} />
      </Section>
      <Section
        title="Add a person"
        lead="You get a password for them, once. Give it to them in person or on the phone."
      >
        <AddPersonForm />
      </Section>
    </PageFrame>
  );
}
