import { memberIndex } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import { type Effect, pageLines, type Reason } from "@/lib/rosters/types";
import { type ShownRow, spoil, strangerOf } from "./bad-rows";
import { minutes } from "./calendar";
import type { Dice } from "./dice";
import { note } from "./history";
import type { Ids } from "./ids";
import type { Household, Member } from "./people";
import type { Program } from "./programs";
import { importedAt, type Roster } from "./rosters";
import type { Rows } from "./rows";

interface Line {
  shown: ShownRow;
  /** What is imported; null where the row was rejected. */
  row: object | null;
  /** What importing it did. */
  effect: Effect | null;
  reasons: Reason[];
  /** The line that says the same already: its place in the file is known once all lines are there. */
  sameAs?: Line;
}

interface From {
  households: Household[];
  programs: Program[];
  ids: Ids;
  dice: Dice;
  manager: string;
}

/** The files that members came from, each row with its verdict, and what was done with them. */
export function addRosters(rows: Rows, { households, programs, ids, dice, manager }: From): void {
  const linesOf = new Map<Roster, Line[]>();
  for (const household of households)
    for (const member of household.members) {
      const lines = linesOf.get(household.roster) ?? [];
      lines.push(lineOf(member, household));
      linesOf.set(household.roster, lines);
    }
  let strangers = 0;
  for (const program of programs)
    for (const { supply } of program.waves) {
      const lines = linesOf.get(supply.main) ?? [];
      const late = (supply.corrected && linesOf.get(supply.corrected)) ?? [];
      const known = lines
        .filter((_, i) => i % Math.max(4, Math.floor(lines.length / 25)) === 0)
        .map((line): Line => ({ ...line, effect: "unchanged" }));
      const bad = [...late.map(({ shown }) => shown), ...strangersFor(lines.length)].map(rejected);
      const twice = Array.from({ length: few(lines.length, 0.004) }, () => repeated(dice.pick(lines)));
      for (const line of [...bad, ...twice]) putIn(lines, line);
      add(program, supply.main, lines);
      const still = bad.slice(late.length, late.length + 1);
      if (supply.corrected) add(program, supply.corrected, [...known, ...late, ...still]);
    }

  function strangersFor(supplied: number): ShownRow[] {
    return Array.from({ length: few(supplied, 0.006) }, () => strangerOf(strangers++, dice));
  }

  function rejected(from: ShownRow): Line {
    const { shown, reason } = spoil(from, dice);
    return { shown, row: null, effect: null, reasons: [reason] };
  }

  // A repeated row comes after the one that it repeats.
  function putIn(lines: Line[], line: Line): void {
    const after = line.sameAs ? lines.indexOf(line.sameAs) + 1 : 0;
    lines.splice(dice.whole(after, lines.length), 0, line);
  }

  function add({ id: programId }: Program, roster: Roster, lines: Line[]): void {
    const places = new Map(lines.map((line, i) => [line, i + 2]));
    let imported = 0;
    for (const [line, number] of places) {
      const { shown, row, effect, sameAs } = line;
      const reasons = sameAs ? [`duplicate_member:${places.get(sameAs) ?? 0}` as const] : line.reasons;
      rows.rosterRows.push({
        ...{ rosterId: roster.id, line: number, reasons, verdict: row ? "import" : "reject" },
        content: seal("roster_rows.content", `${roster.id}:${number}`, JSON.stringify({ ...shown, row })),
        ...{ effect, memberIndex: row && memberIndex(shown.memberNumber) },
      });
      if (row) imported += 1;
    }
    // As the loop does it: a batch that is not full is the last one, even where it is empty.
    const committedAt = importedAt(roster, imported);
    rows.rosters.push({
      ...{
        id: roster.id,
        programId,
        state: "committed",
        rows: lines.length,
        rejected: lines.length - imported,
      },
      ...countsOf(lines),
      fileName: seal("rosters.file_name", roster.id, roster.fileName),
      committedLines: `{[1,${lines.length + 2})}`,
      ...{ committed: imported, uploadedBy: manager, uploadedAt: new Date(roster.uploadedAt) },
      committedAt: new Date(committedAt),
    });
    const { uploadedAt, startedAt } = roster;
    const act = { by: manager, programId, rosterId: roster.id };
    const shown = Math.min(lines.length, pageLines);
    note(rows, ids, "roster.uploaded", { ...act, at: uploadedAt });
    note(rows, ids, "roster.read", { ...act, at: uploadedAt + 6_000, rows: shown });
    note(rows, ids, "roster.commit-started", { ...act, at: startedAt, rows: imported });
    note(rows, ids, "roster.committed", { ...act, by: null, at: committedAt, rows: imported });
    note(rows, ids, "roster.read", { ...act, at: startedAt + minutes, rows: shown });
  }
}

function countsOf(lines: Line[]) {
  const count = (test: (line: Line) => unknown) => lines.filter(test).length;
  return {
    warned: count(({ row, reasons }) => row && reasons.length > 0),
    added: count(({ effect }) => effect === "new"),
    unchanged: count(({ effect }) => effect === "unchanged"),
    duplicates: count(({ sameAs }) => sameAs),
  };
}

const few = (supplied: number, share: number) => Math.max(1, Math.round(supplied * share));

const repeated = (line: Line): Line => ({
  ...{ shown: line.shown, row: null, effect: null, reasons: [], sameAs: line },
});

function lineOf(member: Member, { phone: theirs }: Household): Line {
  const { memberNumber, name, birthDate, language, zip3, consent, plan, tags } = member;
  const phone = theirs && { e164: theirs.number, notTextable: theirs.notTextable };
  const reasons: Reason[] = [];
  if (!phone) reasons.push("no_phone");
  else if (phone.notTextable) reasons.push(`not_textable:${phone.notTextable}`);
  if (!consent) reasons.push("no_consent");
  const consented = { consent: consent || null, consentOn: null };
  return {
    shown: { memberNumber, name, phone: phone?.e164 ?? "", language },
    row: { memberNumber, name, birthDate, language, zip3, plan, tags, phone, ...consented },
    effect: "new",
    reasons,
  };
}
