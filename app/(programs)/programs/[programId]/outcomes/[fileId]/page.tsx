import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { MoreRows } from "@/components/files/more-rows";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { exactTime } from "@/components/ui/time-words";
import { isId } from "@/lib/ids";
import { outcomeFileDetail } from "@/lib/outcomes/queries-files";
import { type OutcomeVerdict, outcomeKindWords, outcomeVerdicts } from "@/lib/outcomes/types";
import { programSummary } from "@/lib/programs/queries";
import { load, mayI, pageContext } from "@/lib/web/page-context";
import { LineTable } from "./line-table";
import { Progress } from "./progress";
import { ReasonCounts } from "./reason-counts";
import { VerdictFilter } from "./verdict-filter";

export const metadata: Metadata = { title: "File of outcomes" };

export default async function OutcomeFilePage(props: PageProps<"/programs/[programId]/outcomes/[fileId]">) {
  const ctx = await pageContext();
  const { programId, fileId } = await props.params;
  if (!isId(programId) || !isId(fileId)) notFound();
  const wanted = wantedOf(await props.searchParams);
  const [file, program] = await load(() =>
    Promise.all([outcomeFileDetail(ctx, fileId, wanted), programSummary(ctx, programId)]),
  );
  if (file.programId !== programId) notFound();
  const uploaded = exactTime(new Date(file.uploadedAt), program.timeZone);
  const outcomes = `/programs/${programId}/outcomes` as Route;
  const address = `${outcomes}/${fileId}` as Route;

  return (
    <PageFrame
      title={<span className="break-words">{file.fileName}</span>}
      lead={`${outcomeKindWords[file.kind]}, uploaded by ${file.uploadedBy}, ${uploaded}`}
      back={{ href: outcomes, label: "Outcomes" }}
    >
      <LiveRefresh kinds={["outcomes.changed"]} programId={programId} atMostEvery={1_000} />
      <Progress file={file} mayImport={mayI(ctx, "outcome.commit")} />
      {file.rows > 0 && file.state !== "unfinished" && (
        <>
          <ReasonCounts file={file} />
          <Section
            title="Rows"
            lead="Numbered as a spreadsheet shows them: line 1 is the heading."
            actions={<VerdictFilter address={address} file={file} shown={wanted.verdict} />}
          >
            <LineTable lines={file.lines} kind={file.kind} />
            <MoreRows
              address={address}
              filter={{ verdict: wanted.verdict }}
              after={wanted.after}
              next={file.nextAfter}
            />
          </Section>
        </>
      )}
    </PageFrame>
  );
}

type Search = Awaited<PageProps<"/programs/[programId]/outcomes/[fileId]">["searchParams"]>;

function wantedOf({ verdict, after }: Search): { verdict?: OutcomeVerdict; after: number } {
  const line = typeof after === "string" && /^\d{1,6}$/.test(after) ? Number(after) : 0;
  const wanted = outcomeVerdicts.find((each) => each === verdict);
  return { after: line, ...(wanted ? { verdict: wanted } : {}) };
}
