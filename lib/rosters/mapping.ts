import { and, eq, inArray } from "drizzle-orm";
import { rosterMappings, rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { open, seal } from "@/lib/phi/seal";
import { type Memory, memoryKey, missingColumns, namesOf, openColumns, sealColumns } from "./columns";
import { changeRoster, nothingChecked, type RosterRef } from "./failing";
import type { ConfirmColumnsInput, RosterInput } from "./inputs";
import { isFileKept } from "./pieces";
import { type Column, columnWords, type FileColumn, severalColumns } from "./types";

const mostRemembered = 1_000;

/**
 * Says which column is which, keeps that for the program's next file, and lets the checking begin. Throws Invalid with
 * what is missing or chosen twice, Conflict when somebody else has said it.
 */
export async function confirmColumns(
  ctx: Ctx,
  { rosterId, column: chosen }: ConfirmColumnsInput,
): Promise<void> {
  authorize(ctx, "roster.upload");
  const { userId } = ctx.actor;

  await inTransaction(ctx, async (tx) => {
    const roster = await rosterToMap(tx, rosterId);
    const file = openColumns(rosterId, roster.columns);
    if (chosen.length !== file.columns.length)
      throw new Invalid("These are not the columns of this file. Reload the page and choose again.");
    refuseUnusable(chosen);

    const columns = file.columns.map(
      (each, place): FileColumn =>
        each.column === chosen[place] && each.source !== "samples"
          ? each
          : { ...each, column: chosen[place] ?? null, source: "person" },
    );
    const to = { ...nothingChecked, state: "checking" as const };
    const isMine = await changeRoster(tx, roster, "mapping", {
      ...to,
      columns: sealColumns(rosterId, { ...file, columns }),
    });
    if (!isMine) throw new Conflict("Somebody else has chosen the columns of this file. Reload the page.");
    await remember(tx, roster.programId, columns, userId);
    await audit(tx, "roster.mapped", { programId: roster.programId, rosterId, columns: columns.length });
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId });
  });
}

/** Takes a roster back to its columns: what was checked is forgotten, and nothing was imported yet. */
export async function changeColumns(ctx: Ctx, { rosterId }: RosterInput): Promise<void> {
  authorize(ctx, "roster.upload");

  await inTransaction(ctx, async (tx) => {
    const roster = await rosterToMap(tx, rosterId);
    const [changed] = await tx.db
      .update(rosters)
      .set({ ...nothingChecked, state: "mapping" })
      .where(
        and(eq(rosters.id, rosterId), inArray(rosters.state, ["checking", "checked"]), isFileKept(rosterId)),
      )
      .returning({ id: rosters.id });
    if (!changed)
      throw new Conflict("The columns of this file cannot be changed any more. Upload the file again.");
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId });
  });
}

async function rosterToMap(tx: Ctx, rosterId: string): Promise<RosterRef & { columns: Buffer }> {
  const [roster] = await tx.db
    .select({ id: rosters.id, programId: rosters.programId, columns: rosters.columns })
    .from(rosters)
    .where(and(eq(rosters.id, rosterId), inReach(tx, rosters.programId)))
    .limit(1);
  if (!roster) throw new NotFound();
  const { columns } = roster;
  if (!columns) throw new Conflict("This file is not kept any more. Upload it again.");
  return { ...roster, columns };
}

function refuseUnusable(chosen: readonly (Column | null)[]): void {
  const missing = missingColumns(chosen);
  if (missing.length > 0)
    throw new Invalid(
      `Still missing: ${namesOf(missing)}. Choose the column for each; where the file has none, add it there and upload the file again.`,
    );
  const twice = chosen.find(
    (column, place) => column && !severalColumns.includes(column) && chosen.indexOf(column) !== place,
  );
  if (twice) throw new Invalid(`Two columns are chosen as "${columnWords[twice]}". Leave one of them out.`);
}

/** What the program's people confirmed last. */
export async function recallColumns(ctx: Ctx, programId: string): Promise<Memory> {
  const [kept] = await ctx.db
    .select({ columns: rosterMappings.columns })
    .from(rosterMappings)
    .where(eq(rosterMappings.programId, programId))
    .limit(1);
  return kept ? (JSON.parse(open("roster_mappings.columns", programId, kept.columns)) as Memory) : {};
}

/** Added to what is known from other files of the program; the newest word counts. */
async function remember(
  tx: Ctx,
  programId: string,
  columns: readonly FileColumn[],
  confirmedBy: string,
): Promise<void> {
  const said = columns.map(
    ({ heading, column }, place) => [memoryKey(heading, place, columns.length), column ?? ""] as const,
  );
  const names = new Set(said.map(([name]) => name));
  const before = Object.entries(await recallColumns(tx, programId)).filter(([name]) => !names.has(name));
  const memory = Object.fromEntries([...before, ...said].slice(-mostRemembered));
  const value = {
    columns: seal("roster_mappings.columns", programId, JSON.stringify(memory)),
    ...{ confirmedBy, confirmedAt: tx.now },
  };
  await tx.db
    .insert(rosterMappings)
    .values({ programId, ...value })
    .onConflictDoUpdate({ target: rosterMappings.programId, set: value });
}
