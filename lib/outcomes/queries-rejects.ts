import { and, asc, eq, gt } from "drizzle-orm";
import { outcomeFiles, outcomeRows } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { open } from "@/lib/phi/seal";
import { headingPlace } from "./being-read";
import { openContent } from "./committing";
import { outcomeReasonSentence } from "./types";

const pageRows = 500;

/**
 * The rows of a file that were left out, under its own heading and with its own cells, each after its line and why: as
 * they are read, never all at once. What we add stands first, so that a row with too many cells shifts nothing.
 */
export async function rejectedRows(ctx: Ctx, fileId: string): Promise<AsyncGenerator<string[]>> {
  authorize(ctx, "outcome.read");
  if (!isId(fileId)) throw new NotFound();
  const heading = await inTransaction(ctx, async (tx) => {
    const [file] = await tx.db
      .select({
        programId: outcomeFiles.programId,
        heading: outcomeFiles.heading,
        rejected: outcomeFiles.rejected,
      })
      .from(outcomeFiles)
      .where(and(eq(outcomeFiles.id, fileId), inReach(tx, outcomeFiles.programId)))
      .limit(1);
    if (!file) throw new NotFound();
    const { programId, rejected: rows } = file;
    await audit(tx, "outcomes.rejects-downloaded", { programId, outcomeFileId: fileId, rows });
    return file.heading ? (JSON.parse(open(headingPlace, fileId, file.heading)) as string[]) : [];
  });
  return rowsAfter(ctx, fileId, heading);
}

async function* rowsAfter(ctx: Ctx, fileId: string, heading: string[]): AsyncGenerator<string[]> {
  yield ["Line", "Why it was left out", ...heading];
  let after = 0;
  for (;;) {
    const rows = await ctx.db
      .select({ line: outcomeRows.line, content: outcomeRows.content, reasons: outcomeRows.reasons })
      .from(outcomeRows)
      .where(
        and(eq(outcomeRows.fileId, fileId), eq(outcomeRows.verdict, "reject"), gt(outcomeRows.line, after)),
      )
      .orderBy(asc(outcomeRows.line))
      .limit(pageRows);
    for (const { line, content, reasons } of rows)
      yield [
        String(line),
        reasons.map(outcomeReasonSentence).join(" "),
        ...openContent(fileId, line, content).cells,
      ];
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = last.line;
  }
}
