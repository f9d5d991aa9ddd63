import { and, asc, eq, gt } from "drizzle-orm";
import { rosterRows, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { openContent } from "./checked-rows";
import { openColumns } from "./columns";
import { reasonSentence } from "./types";

const rowsAtOnce = 500;
/** Of rosters from before cells were kept. */
const whatIsShown = ["member_id", "name", "phone", "language"];

/**
 * The rows that were left out, for a CSV file: where each stands, why, and its cells as they stood, to be
 * corrected and uploaded again. Audited, for it takes patients out of the house.
 */
export async function downloadRejects(ctx: Ctx, rosterId: string): Promise<AsyncGenerator<string[]>> {
  authorize(ctx, "roster.read");
  return inTransaction(ctx, async (tx) => {
    const [roster] = await tx.db
      .select({
        ...{ programId: rosters.programId, state: rosters.state },
        ...{ rejected: rosters.rejected, columns: rosters.columns },
      })
      .from(rosters)
      .where(and(eq(rosters.id, rosterId), inReach(tx, rosters.programId)))
      .limit(1);
    if (!roster) throw new NotFound();
    if (roster.state === "lapsed")
      throw new Conflict(
        "Nobody imported this roster in time, so its rows were deleted. Upload the file again.",
      );
    if (!["checked", "committing", "committed"].includes(roster.state))
      throw new Conflict("This roster is not checked to its end. Wait until it is, then download again.");
    await audit(tx, "roster.rejects-downloaded", {
      ...{ programId: roster.programId, rosterId, rows: roster.rejected },
    });
    const columns = roster.columns && openColumns(rosterId, roster.columns).columns;
    const heading = columns?.map(({ heading: own }, place) => own ?? `column ${place + 1}`) ?? whatIsShown;
    return fileOf(ctx, rosterId, heading);
  });
}

async function* fileOf(ctx: Ctx, rosterId: string, heading: readonly string[]): AsyncGenerator<string[]> {
  yield ["line", "reason", ...heading];
  for (let after = -1; ; ) {
    const rows = await ctx.db
      .select({ line: rosterRows.line, content: rosterRows.content, reasons: rosterRows.reasons })
      .from(rosterRows)
      .where(
        and(
          ...[eq(rosterRows.rosterId, rosterId), gt(rosterRows.line, after)],
          eq(rosterRows.verdict, "reject"),
        ),
      )
      .orderBy(asc(rosterRows.line))
      .limit(rowsAtOnce);
    for (const row of rows) yield lineOf(rosterId, row);
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)?.line ?? after;
  }
}

function lineOf(
  rosterId: string,
  { line, content, reasons }: { line: number; content: Buffer; reasons: string[] },
): string[] {
  const { cells, memberNumber, name, phone, language } = openContent(rosterId, line, content);
  const why = reasons.map(reasonSentence).join(" ");
  return [`${line}`, why, ...(cells ?? [memberNumber, name, phone, language])];
}
