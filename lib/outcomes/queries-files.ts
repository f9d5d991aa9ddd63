import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { outcomeFiles, outcomeRows, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { openContent } from "./committing";
import {
  knownWords,
  type OutcomeFileDetail,
  type OutcomeFileSummary,
  type OutcomeLine,
  type OutcomeLinesWanted,
  type OutcomeVerdict,
  outcomePageLines,
  outcomeReadingMinutes,
  outcomeReasonSentence,
} from "./types";

const summaryColumns = {
  id: outcomeFiles.id,
  programId: outcomeFiles.programId,
  kind: outcomeFiles.kind,
  fileName: outcomeFiles.fileName,
  state: outcomeFiles.state,
  failure: outcomeFiles.failure,
  rows: outcomeFiles.rows,
  matched: outcomeFiles.matched,
  known: outcomeFiles.known,
  rejected: outcomeFiles.rejected,
  committed: outcomeFiles.committed,
  codes: outcomeFiles.codes,
  firstDay: outcomeFiles.firstDay,
  lastDay: outcomeFiles.lastDay,
  uploadedBy: users.name,
  uploadedAt: outcomeFiles.uploadedAt,
};

/** The newest 100 files of a program. */
export async function listOutcomeFiles(ctx: Ctx, programId: string): Promise<OutcomeFileSummary[]> {
  authorize(ctx, "outcome.read");
  await requireProgram(ctx, programId);
  const found = await ctx.db
    .select(summaryColumns)
    .from(outcomeFiles)
    .innerJoin(users, eq(users.id, outcomeFiles.uploadedBy))
    .where(eq(outcomeFiles.programId, programId))
    .orderBy(desc(outcomeFiles.id))
    .limit(100);
  return found.map((row) => summaryOf(ctx, row));
}

/** A file with one page of its lines. Reading it is audited: it shows patients. */
export async function outcomeFileDetail(
  ctx: Ctx,
  fileId: string,
  { after = 0, verdict }: OutcomeLinesWanted = {},
): Promise<OutcomeFileDetail> {
  authorize(ctx, "outcome.read");
  return inTransaction(ctx, async (tx) => {
    const [file] = await tx.db
      .select(summaryColumns)
      .from(outcomeFiles)
      .innerJoin(users, eq(users.id, outcomeFiles.uploadedBy))
      .where(and(eq(outcomeFiles.id, fileId), inReach(tx, outcomeFiles.programId)))
      .limit(1);
    if (!file) throw new NotFound();

    const found = await tx.db
      .select({
        line: outcomeRows.line,
        content: outcomeRows.content,
        verdict: outcomeRows.verdict,
        reasons: outcomeRows.reasons,
        committedAt: outcomeRows.committedAt,
      })
      .from(outcomeRows)
      .where(
        and(
          eq(outcomeRows.fileId, fileId),
          gt(outcomeRows.line, after),
          verdict ? eq(outcomeRows.verdict, verdict) : undefined,
        ),
      )
      .orderBy(asc(outcomeRows.line))
      .limit(outcomePageLines + 1);
    const lines = found.slice(0, outcomePageLines).map((row) => lineOf(fileId, row));
    const { programId } = file;
    await audit(tx, "outcomes.read", { programId, outcomeFileId: fileId, rows: lines.length });

    return {
      ...summaryOf(tx, file),
      programId,
      ...(await reasonCounts(tx, fileId)),
      lines,
      nextAfter: found.length > outcomePageLines ? (lines.at(-1)?.line ?? null) : null,
    };
  });
}

type SummaryRow = Omit<OutcomeFileSummary, "fileName" | "uploadedAt"> & {
  programId: string;
  fileName: Buffer;
  uploadedAt: Date;
};

function summaryOf(ctx: Ctx, { programId: _, ...row }: SummaryRow): OutcomeFileSummary {
  const minutes = (ctx.now.getTime() - row.uploadedAt.getTime()) / 60_000;
  return {
    ...row,
    fileName: open("outcome_files.file_name", row.id, row.fileName),
    state: row.state === "reading" && minutes > outcomeReadingMinutes ? "unfinished" : row.state,
    uploadedAt: row.uploadedAt.toISOString(),
  };
}

type LineRow = Pick<OutcomeLine, "line" | "verdict" | "reasons"> & {
  content: Buffer;
  committedAt: Date | null;
};

function lineOf(fileId: string, { line, content, verdict, reasons, committedAt }: LineRow): OutcomeLine {
  const { memberNumber, day, what } = openContent(fileId, line, content);
  return {
    ...{ line, memberNumber, day, what, verdict },
    committed: committedAt !== null,
    reasons: reasons.map(outcomeReasonSentence),
  };
}

async function reasonCounts(
  ctx: Ctx,
  fileId: string,
): Promise<Pick<OutcomeFileDetail, "rejections" | "knowns" | "notes">> {
  const counts = await rowsOf<{ verdict: OutcomeVerdict; code: string; n: number }>(
    ctx.db,
    sql`select verdict, split_part(reason, ':', 1) as code, count(*)::int as n
        from outcome_rows, unnest(reasons) reason
        where file_id = ${fileId}::uuid
        group by 1, 2 order by 3 desc, 2 limit 50`,
  );
  const of = (verdict: OutcomeVerdict) =>
    counts.flatMap(({ code, n, ...c }) =>
      c.verdict === verdict
        ? [{ words: code === "twice" ? knownWords.twice : outcomeReasonSentence(code), count: n }]
        : [],
    );
  return { rejections: of("reject"), knowns: of("known"), notes: of("import") };
}
