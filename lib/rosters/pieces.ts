import { and, eq, sql } from "drizzle-orm";
import { rosterPieces, rosterRows, rosters } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import type { FileBytes } from "@/lib/csv-file";
import { Conflict } from "@/lib/errors";
import { open, seal } from "@/lib/phi/seal";

/** A piece is sealed as soon as it has this many bytes. */
export const pieceBytes = 256_000;

/** An upload of which nothing more has come for so long is over, by the database's clock. */
const uploadLeaseSeconds = 300;

const rowsAtOnce = 2_000;
const piecesAtOnce = 40;

const placeOf = (rosterId: string, piece: number) => `${rosterId}:${piece}`;

/** Keeps the next piece of a file that is being uploaded. Throws Conflict when nobody waits for it any more. */
export async function keepPiece(ctx: Ctx, rosterId: string, piece: number, bytes: Buffer): Promise<void> {
  // As latin1 each byte is one letter: any file comes back as it was.
  const content = seal("roster_pieces.content", placeOf(rosterId, piece), bytes.toString("latin1"));
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(rosterPieces).values({ rosterId, piece, content });
    const [kept] = await tx.db
      .update(rosters)
      .set({
        bytes: sql`${rosters.bytes} + ${bytes.length}`,
        checkingUntil: sql`clock_timestamp() + make_interval(secs => ${uploadLeaseSeconds})`,
      })
      .where(and(eq(rosters.id, rosterId), eq(rosters.state, "reading")))
      .returning({ id: rosters.id });
    if (!kept) throw new Conflict("This upload was ended before all of it had come.");
  });
}

/** The file as it was uploaded, a piece at a time. */
export async function* readPieces(ctx: Ctx, rosterId: string): FileBytes {
  for (let piece = 0; ; piece += 1) {
    const [found] = await ctx.db
      .select({ content: rosterPieces.content })
      .from(rosterPieces)
      .where(and(eq(rosterPieces.rosterId, rosterId), eq(rosterPieces.piece, piece)))
      .limit(1);
    if (!found) return;
    yield Buffer.from(open("roster_pieces.content", placeOf(rosterId, piece), found.content), "latin1");
  }
}

export const isFileKept = (rosterId: string) =>
  sql<boolean>`exists (select 1 from roster_pieces p where p.roster_id = ${rosterId})`;

/** Deletes the file, a few pieces in each short transaction. Returns how many there were. */
export async function dropPieces(ctx: Ctx, rosterId: string): Promise<number> {
  return inBatches(ctx, async (tx) => {
    const gone = await tx.db
      .delete(rosterPieces)
      .where(
        sql`(${rosterPieces.rosterId}, ${rosterPieces.piece}) in (
              select roster_id, piece from roster_pieces where roster_id = ${rosterId} limit ${piecesAtOnce})`,
      )
      .returning({ piece: rosterPieces.piece });
    return gone.length;
  });
}

/** Deletes the rows of a roster that is to be checked anew, or never; `hold` throws when that is not ours to do any more. */
export async function dropRows(
  ctx: Ctx,
  rosterId: string,
  hold: (tx: Ctx) => Promise<void> = async () => {},
): Promise<number> {
  return inBatches(ctx, async (tx) => {
    await hold(tx);
    const gone = await tx.db
      .delete(rosterRows)
      .where(
        sql`(${rosterRows.rosterId}, ${rosterRows.line}) in (
              select roster_id, line from roster_rows where roster_id = ${rosterId} limit ${rowsAtOnce})`,
      )
      .returning({ line: rosterRows.line });
    return gone.length;
  });
}

async function inBatches(ctx: Ctx, once: (tx: Ctx) => Promise<number>): Promise<number> {
  let total = 0;
  for (let gone = await inTransaction(ctx, once); gone > 0; gone = await inTransaction(ctx, once))
    total += gone;
  return total;
}
