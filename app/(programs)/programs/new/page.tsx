import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { freeSenders } from "@/lib/programs/sender";
import { staffToChoose } from "@/lib/users/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { ProgramForm } from "./program-form";

export const metadata: Metadata = { title: "New program" };

export default async function NewProgramPage() {
  const ctx = await pageContext();
  const [staff, senders] = await load(() => Promise.all([staffToChoose(ctx), freeSenders(ctx)]));

  return (
    <PageFrame
      title="New program"
      lead="One goal for one group of patients. Nothing is sent before you launch a campaign in it."
      back={{ href: "/programs", label: "Programs" }}
      width="reading"
    >
      {senders.length === 0 ? (
        <EmptyState title="No number is free">
          A program texts from a number of its own, and all of ours are in use. Ask an admin to add one under
          Numbers, then come back.
        </EmptyState>
      ) : (
        <ProgramForm staff={staff.filter((person) => person.id !== ctx.actor.userId)} senders={senders} />
      )}
    </PageFrame>
  );
}
