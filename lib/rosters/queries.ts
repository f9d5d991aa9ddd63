import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { rosterRows, rosters, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { displayPhone } from "@/lib/patients/phone-number";
import { open } from "@/lib/phi/seal";
import { openContent } from "./committing";
import {
  type LinesWanted,
  noteWords,
  pageLines,
  type RosterDetail,
  type RosterLine,
  type RosterSummary,
  readingMinutes,
  reasonSentence,
  rejectWords,
  type Verdict,
} from "./types";

const summaryColumns = {
  id: rosters.id,
  programId: rosters.programId,
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
  return found.map((row) => summaryOf(ctx, row));
}

/** A roster with one page of its lines. Reading it is audited: it shows patients. */
export async function rosterDetail(
  ctx: Ctx,
  rosterId: string,
  { after = 0, verdict }: LinesWanted = {},
): Promise<RosterDetail> {
  authorize(ctx, "roster.read");
  return inTransaction(ctx, async (tx) => {
    const [roster] = await tx.db
      .select(summaryColumns)
      .from(rosters)
      .innerJoin(users, eq(users.id, rosters.uploadedBy))
      .where(and(eq(rosters.id, rosterId), inReach(tx, rosters.programId)))
      .limit(1);
    if (!roster) throw new NotFound();

    const found = await tx.db
      .select({
        line: rosterRows.line,
        content: rosterRows.content,
        verdict: rosterRows.verdict,
        reasons: rosterRows.reasons,
        committedAt: rosterRows.committedAt,
      })
      .from(rosterRows)
      .where(
        and(
          eq(rosterRows.rosterId, rosterId),
          gt(rosterRows.line, after),
          verdict ? eq(rosterRows.verdict, verdict) : undefined,
        ),
      )
      .orderBy(asc(rosterRows.line))
      .limit(pageLines + 1);
    const lines = found.slice(0, pageLines).map((row) => lineOf(rosterId, row));
    await audit(tx, "roster.read", { programId: roster.programId, rosterId, rows: lines.length });

    return {
      ...summaryOf(tx, roster),
      programId: roster.programId,
      ...(await reasonCounts(tx, rosterId)),
      lines,
      nextAfter: found.length > pageLines ? (lines.at(-1)?.line ?? null) : null,
    };
  });
}

type SummaryRow = Omit<RosterSummary, "fileName" | "uploadedAt" | "committedAt" | "importable"> & {
  programId: string;
  fileName: Buffer;
  uploadedAt: Date;
  committedAt: Date | null;
};

function summaryOf(ctx: Ctx, { programId: _, ...row }: SummaryRow): RosterSummary {
  const minutes = (ctx.now.getTime() - row.uploadedAt.getTime()) / 60_000;
  return {
    ...row,
    fileName: open("rosters.file_name", row.id, row.fileName),
    state: row.state === "reading" && minutes > readingMinutes ? "unfinished" : row.state,
    importable: row.rows - row.rejected,
    uploadedAt: row.uploadedAt.toISOString(),
    committedAt: row.committedAt?.toISOString() ?? null,
  };
}

type LineRow = Pick<RosterLine, "line" | "verdict" | "reasons"> & {
  content: Buffer;
  committedAt: Date | null;
};

function lineOf(rosterId: string, { line, content, verdict, reasons, committedAt }: LineRow): RosterLine {
  const { memberNumber, name, phone, language } = openContent(rosterId, line, content);
  return {
    line,
    memberNumber,
    name,
    phone: displayPhone(phone),
    language,
    verdict,
    committed: committedAt !== null,
    reasons: reasons.map(reasonSentence),
  };
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
