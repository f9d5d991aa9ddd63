import { and, asc, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { rosterRows, rosters, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { displayPhone } from "@/lib/patients/phone-number";
import { open } from "@/lib/phi/seal";
import { openContent } from "./checked-rows";
import { openColumns } from "./columns";
import { isFileKept } from "./pieces";
import {
  type LinesWanted,
  noteWords,
  pageLines,
  type RosterDetail,
  type RosterLine,
  type RosterSummary,
  reasonSentence,
  rejectWords,
  type Shown,
  type Verdict,
} from "./types";

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

type SummaryRow = Omit<RosterSummary, "fileName" | "uploadedAt" | "committedAt" | "importable"> & {
  fileName: Buffer;
  uploadedAt: Date;
  committedAt: Date | null;
};

const summaryOf = <Row extends SummaryRow>(row: Row) => ({
  ...row,
  fileName: open("rosters.file_name", row.id, row.fileName),
  importable: row.rows - row.rejected,
  uploadedAt: row.uploadedAt.toISOString(),
  committedAt: row.committedAt?.toISOString() ?? null,
});

const isDuplicate = sql`${rosterRows.reasons}[1] like 'duplicate_member%'`;

const shownRows: Record<Shown, SQL> = {
  import: sql`${rosterRows.verdict} = 'import'`,
  warning: sql`${rosterRows.verdict} = 'import' and ${rosterRows.reasons} <> '{}'`,
  reject: sql`${rosterRows.verdict} = 'reject'`,
  new: sql`${rosterRows.effect} = 'new'`,
  changed: sql`${rosterRows.effect} = 'changed'`,
  unchanged: sql`${rosterRows.effect} = 'unchanged'`,
  duplicate: isDuplicate,
};

async function linesOf(
  tx: Ctx,
  rosterId: string,
  after: number,
  shown: Shown | undefined,
): Promise<RosterLine[]> {
  const found = await tx.db
    .select({
      line: rosterRows.line,
      content: rosterRows.content,
      verdict: rosterRows.verdict,
      effect: rosterRows.effect,
      reasons: rosterRows.reasons,
      committedAt: rosterRows.committedAt,
    })
    .from(rosterRows)
    .where(
      and(
        eq(rosterRows.rosterId, rosterId),
        gt(rosterRows.line, after),
        shown ? shownRows[shown] : undefined,
      ),
    )
    .orderBy(asc(rosterRows.line))
    .limit(pageLines + 1);
  return found.map(({ content, reasons, committedAt, ...row }) => {
    const { memberNumber, name, phone, language } = openContent(rosterId, row.line, content);
    return {
      ...{ ...row, memberNumber, name, phone: displayPhone(phone), language },
      ...{ committed: committedAt !== null, reasons: reasons.map(reasonSentence) },
    };
  });
}

async function reasonCounts(ctx: Ctx, rosterId: string): Promise<Pick<RosterDetail, "rejections" | "notes">> {
  const counts = await rowsOf<{ verdict: Verdict; code: string; n: number }>(
    ctx.db,
    sql`select verdict, split_part(reason, ':', 1) as code, count(*)::int as n
        from roster_rows, unnest(reasons) reason
        where roster_id = ${rosterId}
        group by 1, 2 order by 3 desc, 2 limit 50`,
  );
  const of = (verdict: Verdict, words: Partial<Record<string, string>>) =>
    counts.flatMap((c) =>
      c.verdict === verdict ? [{ words: words[c.code] ?? reasonSentence(c.code), count: c.n }] : [],
    );
  return { rejections: of("reject", rejectWords), notes: of("import", noteWords) };
}
