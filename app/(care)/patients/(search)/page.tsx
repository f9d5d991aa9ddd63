import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { programsSearched } from "@/lib/patients/search";
import { load, pageContext } from "@/lib/web/page-context";
import { Search } from "./search";

export const metadata: Metadata = { title: "Patients" };

export default async function PatientsPage() {
  const ctx = await pageContext();
  const programs = (await load(() => programsSearched(ctx))).map(({ name }) => name);

  if (programs.length === 0)
    return (
      <PageFrame title="Patients">
        <EmptyState title="You are in no program yet">
          <p>You find the patients of your programs here. A program's manager adds you to it.</p>
        </EmptyState>
      </PageFrame>
    );
  return (
    <PageFrame title="Patients" lead={`Of ${programs.join(", ")}.`}>
      <Search />
    </PageFrame>
  );
}
