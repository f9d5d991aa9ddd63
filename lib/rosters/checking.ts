import { setImmediate as breathe } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { rosterRows } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { readRecords } from "@/lib/csv-file";
import { Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { restingPlace } from "@/lib/resting";
import { type Claim, claimRoster, hold, isOurs, LostLease } from "./check-lease";
import { type CheckedLine, checkedLine } from "./checked-rows";
import { headingTest } from "./columns";
import { changeRoster, failRoster } from "./failing";
import { memberDigitsOf } from "./member-digits";
import { dropRows, readPieces } from "./pieces";
import { layoutOf } from "./row-reader";
import { storeInOrder } from "./storing";
import { uploadLimit } from "./types";
import { type JudgedRow, judge } from "./verdict";

const batchRows = 1_000;

const resting = restingPlace("roster check");

class Stopped extends Error {}

/**
 * Judges the rows of the next roster that waits for it, in short transactions. A worker that dies leaves whole batches
 * with their counts; another one reads the file again and goes on after the last of them. Returns how many rows it
 * stored, at least 1 when there was a roster.
 */
export async function checkNextRoster(
  ctx: Ctx,
  stopped?: AbortSignal,
  mostRows: number = uploadLimit.rows,
): Promise<number> {
  const claim = await claimRoster(ctx, resting.ids(ctx));
  if (!claim) return 0;
  return resting.attempt(ctx, claim.id, async () => {
    try {
      return await checkAll(ctx, claim, { stopped, mostRows });
    } catch (error) {
      if (error instanceof LostLease) return 1;
      if (error instanceof Invalid) {
        await failRoster(ctx, claim, "checking", error.message, isOurs(claim));
        return 1;
      }
      await changeRoster(ctx, claim, "checking", { checkingUntil: null }, isOurs(claim));
      if (error instanceof Stopped) return 1;
      throw error;
    }
  });
}

async function checkAll(
  ctx: Ctx,
  claim: Claim,
  { stopped, mostRows }: { stopped: AbortSignal | undefined; mostRows: number },
): Promise<number> {
  // Counts and rows are stored together: without counts, what rows there are were judged by other columns.
  if (claim.isFresh) await dropRows(ctx, claim.id, (tx) => hold(tx, claim, {}));
  const lastLine = claim.isFresh ? 0 : await lastLineOf(ctx, claim.id);
  const layout = layoutOf(claim.file.columns, {
    today: ctx.now.toISOString().slice(0, 10),
    memberDigits: await memberDigitsOf(ctx, claim.programId),
  });
  const isHeading = headingTest(claim.file);
  let rows = 0;
  let stored = 0;
  let bytes = 0;
  let waiting: CheckedLine[] = [];
  const storing = storeInOrder(ctx, claim);
  const store = async () => {
    if (stopped?.aborted) throw new Stopped();
    await storing.add(waiting, bytes);
    stored += waiting.length;
    waiting = [];
  };
  try {
    await readRecords(readPieces(ctx, claim.id), uploadLimit, async ({ cells, line, bytesRead }) => {
      if (line <= claim.file.headingLine) return;
      rows += 1;
      if (rows > mostRows) throw new Invalid(tooManyRows(mostRows));
      if (line <= lastLine) return;
      bytes = bytesRead;
      const judged = isHeading(cells) ? skipped(cells) : judge(cells, layout);
      waiting.push(checkedLine(claim.id, line, cells, judged));
      if (waiting.length % 100 === 0) await breathe();
      if (waiting.length >= batchRows) await store();
    });
    if (rows === 0) throw new Invalid("The file has a heading but no rows. Nothing was imported.");
    if (waiting.length > 0) await store();
  } finally {
    // Also when reading failed: nothing of ours goes on writing behind our back.
    await storing.finished().catch(() => {});
  }
  await storing.finished();
  await finish(ctx, claim);
  return Math.max(1, stored);
}

const tooManyRows = (most: number) =>
  `The file has more than ${most.toLocaleString("en-US")} rows. Split it and upload the parts one after the other. Nothing was imported.`;

const skipped = (cells: readonly string[]): JudgedRow => ({
  content: { ...{ memberNumber: "", name: "", phone: "", language: "en" }, row: null, cells },
  ...{ verdict: "reject", reasons: ["repeated_heading"] },
});

async function lastLineOf(ctx: Ctx, rosterId: string): Promise<number> {
  const [last] = await ctx.db
    .select({ line: sql<number>`max(${rosterRows.line})` })
    .from(rosterRows)
    .where(eq(rosterRows.rosterId, rosterId));
  return last?.line ?? 0;
}

async function finish(ctx: Ctx, claim: Claim): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const done = { state: "checked" as const, checkingBy: null, checkingUntil: null };
    if (!(await changeRoster(tx, claim, "checking", { ...done, bytesChecked: sql`bytes` }, isOurs(claim))))
      throw new LostLease();
    await record(tx, { kind: "roster.changed", programId: claim.programId, rosterId: claim.id });
  });
}
