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

/** The line on which each member number stands first, by its index. */
export type FirstLines = ReadonlyMap<string, number>;

export type PreparedLines = Awaited<ReturnType<typeof prepareLines>>;

/**
 * Looks up what is known of these rows, and returns their counts and what inserts them. `before` are the first lines
 * of the batch before them, which may not be stored yet.
 */
export async function prepareLines(
  ctx: Ctx,
  roster: RosterRef,
  lines: readonly CheckedLine[],
  before: FirstLines,
) {
  const { once, firstLines } = onlyOnce(roster, lines, [
    ...before,
    ...(await storedLines(ctx, roster, lines)),
  ]);
  const placed = await withNamesOnFile(ctx, roster, await withEffects(ctx, roster, once));
  const rows = placed.map(({ line, sealed, verdict, effect, memberIndex: index, reasons }) => {
    return { rosterId: roster.id, line, content: sealed, verdict, effect, memberIndex: index, reasons };
  });
  return { firstLines, counts: countsOf(placed), inserting: insertOf(rosterRows, rows) };
}

const keyOf = (index: Buffer) => index.toString("base64");

async function storedLines(ctx: Ctx, { id }: RosterRef, lines: readonly CheckedLine[]) {
  const asked = lines.flatMap(({ memberIndex: index }) => index ?? []);
  const known = await rowsOf<{ line: number; index: Buffer }>(
    ctx.db,
    sql`select line, member_index as index from roster_rows
        where roster_id = ${id} and member_index = any(${digests(asked)})`,
  );
  return known.map(({ line, index }) => [keyOf(index), line] as const);
}

/** The first row that can be imported counts; a row that is rejected anyway takes nobody's place. */
function onlyOnce(
  { id }: RosterRef,
  lines: readonly CheckedLine[],
  earlier: readonly (readonly [string, number])[],
): { once: CheckedLine[]; firstLines: FirstLines } {
  const known = new Map(earlier);
  const firstLines = new Map<string, number>();
  const once = lines.map((each) => {
    if (!each.memberIndex) return each;
    const key = keyOf(each.memberIndex);
    const first = known.get(key) ?? firstLines.get(key);
    firstLines.set(key, first ?? each.line);
    if (!first) return each;
    const content = { ...each.content, row: null, cells: each.cells };
    const reasons = [`duplicate_member:${first}` as const];
    return checkedLine(id, each.line, each.cells, { content, verdict: "reject", reasons });
  });
  return { once, firstLines };
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
