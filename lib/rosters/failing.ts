import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { rowsOf } from "@/db/client";
import { rosters } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { dropPieces, dropRows } from "./pieces";
import type { RosterState } from "./types";

export interface RosterRef {
  id: string;
  programId: string;
}

export const brokenOff =
  "The upload broke off before the end of the file. Nothing was imported. Upload it again.";

/** Counts of a roster of which no row is checked. */
export const nothingChecked = {
  ...{ rows: 0, rejected: 0, warned: 0, added: 0, changed: 0, unchanged: 0, duplicates: 0, bytesChecked: 0 },
  ...{ checkingBy: null, checkingUntil: null },
};

/** Changes a roster that is still in this state; false when it is not. */
export async function changeRoster(
  tx: Ctx,
  { id }: { id: string },
  from: RosterState,
  to: PgUpdateSetSource<typeof rosters>,
  also?: SQL,
): Promise<boolean> {
  const [changed] = await tx.db
    .update(rosters)
    .set(to)
    .where(and(eq(rosters.id, id), eq(rosters.state, from), also))
    .returning({ id: rosters.id });
  return changed !== undefined;
}

/** A file that cannot be read to its end leaves a sentence, none of its rows and no piece of itself. */
export async function failRoster(
  ctx: Ctx,
  roster: RosterRef,
  from: "reading" | "checking",
  sentence: string,
  also?: SQL,
): Promise<void> {
  const failed = await inTransaction(ctx, async (tx) => {
    const to = { ...nothingChecked, state: "failed" as const, failure: sentence };
    if (!(await changeRoster(tx, roster, from, to, also))) return false;
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
    return true;
  });
  if (failed) await dropFile(ctx, roster.id, { rowsToo: true });
}

/** Deletes the file, and its rows where nobody is to see them any more. Returns how many of both. */
export async function dropFile(
  ctx: Ctx,
  rosterId: string,
  { rowsToo }: { rowsToo: boolean },
): Promise<number> {
  // The pieces go last: while there are any, a worker that died in between is followed by another.
  const rows = rowsToo ? await dropRows(ctx, rosterId) : 0;
  return rows + (await dropPieces(ctx, rosterId));
}

/**
 * Ends uploads that broke off together with the server that received them, and deletes files that are imported, failed
 * or lapsed. Returns how many rosters it dealt with.
 */
export async function tidyRosters(ctx: Ctx): Promise<number> {
  const lost = await rowsOf<{ id: string; program_id: string }>(
    ctx.db,
    sql`select id, program_id from rosters
        where state = 'reading' and coalesce(checking_until, uploaded_at + interval '1 hour') < clock_timestamp()
        order by id limit 10`,
  );
  for (const { id, program_id } of lost)
    await failRoster(ctx, { id, programId: program_id }, "reading", brokenOff, sql`true`);

  const over = await rowsOf<{ id: string; state: string }>(
    ctx.db,
    sql`select r.id, r.state from rosters r
        where r.state in ('failed', 'committed', 'lapsed')
          and exists (select 1 from roster_pieces p where p.roster_id = r.id)
        order by r.id limit 10`,
  );
  for (const { id, state } of over) await dropFile(ctx, id, { rowsToo: state !== "committed" });
  return lost.length + over.length;
}
