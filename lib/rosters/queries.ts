import { and, desc, eq } from "drizzle-orm";
import { rosters, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { openColumns } from "./columns";
import { keptUntil } from "./lapse";
import { isFileKept } from "./pieces";
import { linesOf, reasonCounts } from "./queries-lines";
import { type LinesWanted, pageLines, type RosterDetail, type RosterSummary } from "./types";

const summaryColumns = {
  id: rosters.id,
  fileName: rosters.fileName,
  state: rosters.state,
  failure: rosters.failure,
  rows: rosters.rows,
  rejected: rosters.rejected,
  committed: rosters.committed,
  uploadedBy: users.name,
  uploadedAt: rosters.uploadedAt,
  committedAt: rosters.committedAt,
};

/** The newest 100 rosters of a program. */
export async function listRosters(ctx: Ctx, programId: string): Promise<RosterSummary[]> {
  authorize(ctx, "roster.read");
  await requireProgram(ctx, programId);
  const found = await ctx.db
    .select(summaryColumns)
    .from(rosters)
    .innerJoin(users, eq(users.id, rosters.uploadedBy))
    .where(eq(rosters.programId, programId))
    .orderBy(desc(rosters.id))
    .limit(100);
  return found.map(summaryOf);
}

const detailColumns = {
  ...summaryColumns,
  programId: rosters.programId,
  warned: rosters.warned,
  added: rosters.added,
  changed: rosters.changed,
  unchanged: rosters.unchanged,
  duplicates: rosters.duplicates,
  bytes: rosters.bytes,
  bytesChecked: rosters.bytesChecked,
  columns: rosters.columns,
};

/** A roster with one page of its lines. Reading it is audited: it shows patients. */
export async function rosterDetail(
  ctx: Ctx,
  rosterId: string,
  { after = 0, shown }: LinesWanted = {},
): Promise<RosterDetail> {
  authorize(ctx, "roster.read");
  return inTransaction(ctx, async (tx) => {
    const [roster] = await tx.db
      .select({ ...detailColumns, isFileKept: isFileKept(rosterId) })
      .from(rosters)
      .innerJoin(users, eq(users.id, rosters.uploadedBy))
      .where(and(eq(rosters.id, rosterId), inReach(tx, rosters.programId)))
      .limit(1);
    if (!roster) throw new NotFound();

    // Before all rows are judged they change under the reader; and their columns may have been taken back.
    const isJudged = ["checked", "committing", "committed"].includes(roster.state);
    const found = isJudged ? await linesOf(tx, rosterId, after, shown) : [];
    const lines = found.slice(0, pageLines);
    await audit(tx, "roster.read", { programId: roster.programId, rosterId, rows: lines.length });

    return {
      ...summaryOf(roster),
      columns: roster.columns && openColumns(rosterId, roster.columns).columns,
      ...(isJudged ? await reasonCounts(tx, rosterId) : { rejections: [], notes: [] }),
      lines,
      nextAfter: found.length > pageLines ? (lines.at(-1)?.line ?? null) : null,
    };
  });
}

type SummaryRow = Omit<
  RosterSummary,
  "fileName" | "uploadedAt" | "committedAt" | "importable" | "keptUntil"
> & {
  fileName: Buffer;
  uploadedAt: Date;
  committedAt: Date | null;
};

const summaryOf = <Row extends SummaryRow>(row: Row) => ({
  ...row,
  fileName: open("rosters.file_name", row.id, row.fileName),
  importable: row.rows - row.rejected,
  keptUntil: keptUntil(row.state, row.uploadedAt),
  uploadedAt: row.uploadedAt.toISOString(),
  committedAt: row.committedAt?.toISOString() ?? null,
});
