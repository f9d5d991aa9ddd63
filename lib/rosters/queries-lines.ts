import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { rosterRows, rosters } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { displayPhone } from "@/lib/patients/phone-number";
import { openContent } from "./checked-rows";
import {
  noteWords,
  pageLines,
  type RosterDetail,
  type RosterLine,
  reasonSentence,
  rejectWords,
  type Shown,
  type Verdict,
} from "./types";

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

/** One page of a roster's rows and one more, by their lines. The caller has found the roster in reach. */
export async function linesOf(
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
      committed: sql<boolean>`${rosterRows.verdict} = 'import' and ${rosters.committedLines} @> ${rosterRows.line}`,
    })
    .from(rosterRows)
    .innerJoin(rosters, eq(rosters.id, rosterRows.rosterId))
    .where(
      and(
        eq(rosterRows.rosterId, rosterId),
        gt(rosterRows.line, after),
        shown ? shownRows[shown] : undefined,
      ),
    )
    .orderBy(asc(rosterRows.line))
    .limit(pageLines + 1);
  return found.map(({ content, reasons, ...row }) => {
    const { memberNumber, name, phone, language } = openContent(rosterId, row.line, content);
    return {
      ...{ ...row, memberNumber, name, phone: displayPhone(phone), language },
      reasons: reasons.map(reasonSentence),
    };
  });
}

/** How often each reason stands in a roster. The caller has found it in reach. */
export async function reasonCounts(
  ctx: Ctx,
  rosterId: string,
): Promise<Pick<RosterDetail, "rejections" | "notes">> {
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
