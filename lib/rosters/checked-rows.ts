import { sql } from "drizzle-orm";
import { digests, insertOf, rowsOf } from "@/db/client";
import { rosterRows } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { effectsOf } from "@/lib/patients/enrolling-effect";
import { memberIndex } from "@/lib/phi/blind-index";
import { open, seal } from "@/lib/phi/seal";
import type { RosterRef } from "./failing";
import { withNamesOnFile } from "./name-on-file";
import type { Effect } from "./types";
import type { JudgedRow, RowContent } from "./verdict";

export interface CheckedLine extends JudgedRow {
  /** As a spreadsheet numbers it. */
  line: number;
  /** The cells as they stood, where the row turns out to be a duplicate. */
  cells: readonly string[];
  /** Of a row that can be imported. */
  memberIndex: Buffer | null;
  sealed: Buffer;
  effect: Effect | null;
}

const sealContent = (rosterId: string, line: number, content: RowContent): Buffer =>
  seal("roster_rows.content", `${rosterId}:${line}`, JSON.stringify(content));

export const openContent = (rosterId: string, line: number, content: Buffer): RowContent =>
  JSON.parse(open("roster_rows.content", `${rosterId}:${line}`, content)) as RowContent;

/** A judged row with all that can be made of it before the rows around it are known. */
export const checkedLine = (
  rosterId: string,
  line: number,
  cells: readonly string[],
  { content, verdict, reasons }: JudgedRow,
): CheckedLine => ({
  ...{ line, cells, content, verdict, reasons, effect: null },
  memberIndex: content.row && memberIndex(content.row.memberNumber),
  sealed: sealContent(rosterId, line, content),
});

/** Looks up what is known of these rows, and returns their counts and what writes them. */
export async function saveChecked(ctx: Ctx, roster: RosterRef, lines: readonly CheckedLine[]) {
  const judged = await withEffects(ctx, roster, await onlyOnce(ctx, roster, lines));
  const placed = await withNamesOnFile(ctx, roster, judged);
  const rows = placed.map(({ line, sealed, verdict, effect, memberIndex: index, reasons }) => {
    return { rosterId: roster.id, line, content: sealed, verdict, effect, memberIndex: index, reasons };
  });
  return { counts: countsOf(placed), write: (tx: Ctx) => tx.db.execute(insertOf(rosterRows, rows)) };
}

/** The first row that can be imported counts; a row that is rejected anyway takes nobody's place. */
async function onlyOnce(
  ctx: Ctx,
  { id }: RosterRef,
  lines: readonly CheckedLine[],
): Promise<readonly CheckedLine[]> {
  const asked = lines.flatMap(({ memberIndex: index }) => index ?? []);
  const known = await rowsOf<{ line: number; index: Buffer }>(
    ctx.db,
    sql`select line, member_index as index from roster_rows
        where roster_id = ${id} and member_index = any(${digests(asked)})`,
  );
  const lineOf = new Map(known.map(({ line, index }) => [index.toString("base64"), line]));
  return lines.map((each) => {
    const key = each.memberIndex?.toString("base64");
    const earlier = key && lineOf.get(key);
    if (key && !earlier) lineOf.set(key, each.line);
    if (!earlier) return each;
    const content = { ...each.content, row: null, cells: each.cells };
    const reasons = [`duplicate_member:${earlier}` as const];
    return checkedLine(id, each.line, each.cells, { content, verdict: "reject", reasons });
  });
}

async function withEffects(
  ctx: Ctx,
  { programId }: RosterRef,
  lines: readonly CheckedLine[],
): Promise<CheckedLine[]> {
  const importable = lines.flatMap(({ line, content: { row }, memberIndex: index }) =>
    row && index ? [{ line, row, index }] : [],
  );
  const effects = await effectsOf(ctx, programId, importable);
  const byLine = new Map(importable.map(({ line }, i) => [line, effects[i] ?? null]));
  return lines.map((each) => ({ ...each, effect: byLine.get(each.line) ?? null }));
}

function countsOf(placed: readonly CheckedLine[]) {
  const count = (test: (each: CheckedLine) => boolean) => placed.filter(test).length;
  return {
    rows: placed.length,
    rejected: count(({ verdict }) => verdict === "reject"),
    warned: count(({ verdict, reasons }) => verdict === "import" && reasons.length > 0),
    added: count(({ effect }) => effect === "new"),
    changed: count(({ effect }) => effect === "changed"),
    unchanged: count(({ effect }) => effect === "unchanged"),
    duplicates: count(({ reasons }) => reasons[0]?.startsWith("duplicate_member") ?? false),
  };
}
