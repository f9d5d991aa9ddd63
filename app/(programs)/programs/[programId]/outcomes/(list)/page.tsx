import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { isId } from "@/lib/ids";
import { listOutcomeFiles } from "@/lib/outcomes/queries-files";
import { touchCounts } from "@/lib/outcomes/queries-touches";
import { programSummary } from "@/lib/programs/queries";
import { load, mayI, pageContext } from "@/lib/web/page-context";
import { FileTable } from "./file-table";
import { TouchTable } from "./touch-table";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Outcomes" };

// A touch is counted among all of the program's: not at every batch of an import.
const refreshSeconds = 3;

export default async function OutcomesPage(props: PageProps<"/programs/[programId]/outcomes">) {
  const ctx = await pageContext();
  const { programId } = await props.params;
  if (!isId(programId)) notFound();
  const [files, touches, program] = await load(() =>
    Promise.all([
      listOutcomeFiles(ctx, programId),
      touchCounts(ctx, programId),
      programSummary(ctx, programId),
    ]),
  );

  return (
    <PageFrame
      title="Outcomes"
      lead="Who did what the program is for, and what other channels did, from files. Each row is matched to a patient first; nothing counts before you import it."
    >
      <LiveRefresh kinds={["outcomes.changed"]} programId={programId} atMostEvery={refreshSeconds * 1_000} />
      {mayI(ctx, "outcome.upload") && (
        <Section title="Upload a file">
          <UploadForm programId={programId} />
        </Section>
      )}
      <Section title="Uploaded so far">
        {files.length === 0 ? (
          <EmptyState title="No file of outcomes has been uploaded yet">
            Until claims or visits are imported, results know only what staff and patients told. Upload the
            plan's claims as a CSV file, or try it with the sample file.
          </EmptyState>
        ) : (
          <FileTable
            programId={programId}
            files={files}
            now={ctx.now.toISOString()}
            zone={program.timeZone}
          />
        )}
      </Section>
      <Section title="Touches of other channels" lead="Imported so far. They are not counted as results.">
        {touches.length === 0 ? (
          <p className="text-muted">No touch of another channel has been imported yet.</p>
        ) : (
          <TouchTable counts={touches} />
        )}
      </Section>
    </PageFrame>
  );
}
