import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { isId } from "@/lib/ids";
import { programSummary } from "@/lib/programs/queries";
import { listRosters } from "@/lib/rosters/queries";
import { load, mayI, pageContext } from "@/lib/web/page-context";
import { RosterTable } from "./roster-table";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Rosters" };

export default async function RostersPage(props: PageProps<"/programs/[programId]/rosters">) {
  const ctx = await pageContext();
  const { programId } = await props.params;
  if (!isId(programId)) notFound();
  const [rosters, program] = await load(() =>
    Promise.all([listRosters(ctx, programId), programSummary(ctx, programId)]),
  );

  return (
    <PageFrame
      title="Rosters"
      lead="Lists of patients from the plan. Each row is checked first; nothing is imported before you say so, and importing texts nobody."
    >
      <LiveRefresh kinds={["roster.changed"]} programId={programId} />
      {mayI(ctx, "roster.upload") && (
        <Section title="Upload a roster">
          <UploadForm programId={programId} />
        </Section>
      )}
      <Section title="Uploaded so far">
        {rosters.length === 0 ? (
          <EmptyState title="No roster has been uploaded yet">
            Upload the plan's list as a CSV file, or try it with the sample file.
          </EmptyState>
        ) : (
          <RosterTable
            programId={programId}
            rosters={rosters}
            now={ctx.now.toISOString()}
            zone={program.timeZone}
          />
        )}
      </Section>
    </PageFrame>
  );
}
