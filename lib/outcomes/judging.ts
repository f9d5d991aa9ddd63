import type { Ctx } from "@/lib/context";
import { ownersOf, recordedAmong } from "./matching";
import type { OutcomeKind, OutcomeReason, OutcomeVerdict } from "./types";
import type { ReadRow, RowContent } from "./verdict";

export interface ReadLine extends ReadRow {
  /** As a spreadsheet numbers it: 1 is the heading. */
  line: number;
}

export interface JudgedLine {
  line: number;
  content: RowContent;
  verdict: OutcomeVerdict;
  reasons: OutcomeReason[];
  /** The record that carries the member number. */
  patientId: string | null;
}

/** What a file has said so far, and on which line first: no patient's words, and as long as the file at most. */
export type Said = Map<string, number>;

/** Judges some lines against what the program knows and what the file said on the lines before. */
export async function judgeLines(
  ctx: Ctx,
  file: { programId: string; kind: OutcomeKind },
  lines: readonly ReadLine[],
  said: Said,
): Promise<JudgedLine[]> {
  const readable = lines.filter(({ content }) => content.row !== null);
  const owners = await ownersOf(
    ctx,
    file.programId,
    readable.map(({ content }) => content.memberNumber),
  );
  const claimed = lines.flatMap(({ line, content: { memberNumber, row } }) => {
    const owner = row && owners.get(memberNumber);
    return row && owner ? [{ line, row, ...owner }] : [];
  });
  const recorded = await recordedAmong(ctx, file, claimed);
  const claims = new Map(claimed.map((claim, place) => [claim.line, { ...claim, place }]));

  return lines.map(({ line, content, reasons }) => {
    if (!content.row) return { line, content, verdict: "reject", reasons, patientId: null };
    const claim = claims.get(line);
    if (!claim)
      return {
        ...{ line, verdict: "reject", reasons: ["unknown_member"], patientId: null },
        content: { ...content, row: null },
      };
    const { day, channel } = claim.row;
    const key = `${claim.keptId} ${day} ${channel ?? ""}`;
    const earlier = said.get(key);
    if (earlier === undefined) said.set(key, line);
    const known: OutcomeReason | null = recorded.has(claim.place)
      ? "recorded"
      : earlier !== undefined
        ? `twice:${earlier}`
        : null;
    return {
      ...{ line, patientId: claim.namedId, content: { ...content, cells: [] } },
      ...(known ? { verdict: "known", reasons: [known] } : { verdict: "import", reasons }),
    };
  });
}
