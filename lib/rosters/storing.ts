import { sql } from "drizzle-orm";
import { rosters } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { type Claim, hold } from "./check-lease";
import { type CheckedLine, type PreparedLines, prepareLines } from "./checked-rows";

interface Batch {
  prepared: Promise<Pick<PreparedLines, "firstLines">>;
  stored: Promise<void>;
}

/**
 * Stores batches of checked rows in the order of the file, each with its counts in one short transaction. What is known
 * of one batch is looked up while the one before it is written, and the next is read meanwhile.
 */
export function storeInOrder(ctx: Ctx, claim: Claim) {
  const none: Batch = { prepared: Promise.resolve({ firstLines: new Map() }), stored: Promise.resolve() };
  let lastButOne = none;
  let last = none;
  return {
    /** Resolves when another batch may be read. `bytes` of the file lead up to its end. Throws what storing threw. */
    async add(lines: readonly CheckedLine[], bytes: number): Promise<void> {
      await lastButOne.stored;
      const before = last;
      const prepared = before.prepared.then(({ firstLines }) => prepareLines(ctx, claim, lines, firstLines));
      const stored = before.stored.then(async () => write(ctx, claim, await prepared, bytes));
      // Heard where it is awaited; until then its failure must not end the process.
      for (const each of [prepared, stored]) each.catch(() => {});
      lastButOne = before;
      last = { prepared, stored };
    },
    /** Resolves when nothing is being written any more. Throws what storing threw. */
    finished: (): Promise<void> => last.stored,
  };
}

async function write(
  ctx: Ctx,
  claim: Claim,
  { counts, inserting }: PreparedLines,
  bytes: number,
): Promise<void> {
  const counted = Object.entries(counts).map(([key, n]) => [
    key,
    sql`${rosters[key as keyof typeof counts]} + ${n}`,
  ]);
  await inTransaction(ctx, async (tx) => {
    await hold(tx, claim, { ...Object.fromEntries(counted), bytesChecked: bytes });
    await tx.db.execute(inserting);
    await record(tx, { kind: "roster.changed", programId: claim.programId, rosterId: claim.id });
  });
}
