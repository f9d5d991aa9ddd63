import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { MoreRows } from "@/components/files/more-rows";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { exactTime } from "@/components/ui/time-words";
import { isId } from "@/lib/ids";
import { programSummary } from "@/lib/programs/queries";
import { rosterDetail } from "@/lib/rosters/queries";
import { type LinesWanted, type Shown, shownWords } from "@/lib/rosters/types";
import { load, mayI, pageContext } from "@/lib/web/page-context";
import { ColumnList } from "./column-list";
import { LineTable } from "./line-table";
import { Progress } from "./progress";
import { ReasonCounts } from "./reason-counts";
import { RejectsLink } from "./rejects-link";
import { RowFilter } from "./row-filter";

export const metadata: Metadata = { title: "Roster" };

export default async function RosterPage(props: PageProps<"/programs/[programId]/rosters/[rosterId]">) {
  const ctx = await pageContext();
  const { programId, rosterId } = await props.params;
  if (!isId(programId) || !isId(rosterId)) notFound();
  const wanted = wantedOf(await props.searchParams);
  const [roster, program] = await load(() =>
    Promise.all([rosterDetail(ctx, rosterId, wanted), programSummary(ctx, programId)]),
  );
  if (roster.programId !== programId) notFound();
  const uploaded = exactTime(new Date(roster.uploadedAt), program.timeZone);
  const rosters = `/programs/${programId}/rosters` as Route;
  const address = `${rosters}/${rosterId}` as Route;

  return (
    <PageFrame
      title={<span className="break-words">{roster.fileName}</span>}
      lead={`Uploaded by ${roster.uploadedBy}, ${uploaded}`}
      back={{ href: rosters, label: "Rosters" }}
    >
      <LiveRefresh kinds={["roster.changed"]} programId={programId} rosterId={rosterId} atMostEvery={700} />
      <Progress
        roster={roster}
        mayImport={mayI(ctx, "roster.commit")}
        mayUpload={mayI(ctx, "roster.upload")}
        zone={program.timeZone}
      />
      {roster.state !== "mapping" && <ColumnList roster={roster} mayChange={mayI(ctx, "roster.upload")} />}
      {roster.rows > 0 && roster.state !== "checking" && roster.state !== "lapsed" && (
        <>
          <ReasonCounts roster={roster} />
          <Section
            title="Rows"
            lead="Numbered as a spreadsheet shows them."
            actions={roster.rejected > 0 && <RejectsLink rosterId={rosterId} />}
          >
            <RowFilter address={address} roster={roster} shown={wanted.shown} />
            <LineTable lines={roster.lines} />
            <MoreRows
              address={address}
              filter={{ shown: wanted.shown }}
              after={wanted.after}
              next={roster.nextAfter}
            />
          </Section>
        </>
      )}
    </PageFrame>
  );
}

type Search = Awaited<PageProps<"/programs/[programId]/rosters/[rosterId]">["searchParams"]>;

function wantedOf({ shown, after }: Search): LinesWanted & { after: number } {
  const line = typeof after === "string" && /^\d{1,7}$/.test(after) ? Number(after) : 0;
  return { after: line, ...(isShown(shown) ? { shown } : {}) };
}

const isShown = (value: unknown): value is Shown =>
  typeof value === "string" && Object.hasOwn(shownWords, value);
