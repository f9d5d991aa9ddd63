import { expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { inTransaction } from "@/lib/context";
import { testDatabase } from "@/lib/testing";
import { feedHead, feedStart, follow, readFeed } from "./cursor";
import { record } from "./record";
import { isTooOld } from "./retention";

const t = testDatabase();

// Open transactions of other test files hold the whole cluster's feed back for a moment.
const patience = { timeout: 20_000 };

test("a row whose transaction is still open is not passed by", async () => {
  const { program } = await t.given.clinic();
  const from = await feedHead(t.db);
  const slow = connect(t.url, { max: 1 });
  const [entered, enter] = signal();
  const [released, release] = signal();
  const writing = slow.db.transaction(async (db) => {
    await record({ ...t.loopCtx(), db, joined: true }, { kind: "program.changed", programId: program.id });
    enter();
    await released;
  });
  await entered;
  await record(t.loopCtx(), { kind: "roster.changed", programId: program.id });
  expect(await readFeed(t.db, from)).toEqual([]);

  release();
  await writing;
  await vi.waitFor(
    async () =>
      expect((await readFeed(t.db, from)).map((row) => row.kind)).toEqual([
        "program.changed",
        "roster.changed",
      ]),
    patience,
  );
  await slow.close();
});

test("a consumer gets each row once, also when its transaction fails in between", async () => {
  const { program } = await t.given.clinic();
  await recordVisibly(program.id, 1);

  const failing = inTransaction(t.loopCtx(), (tx) =>
    follow(tx, "a test", async () => {
      throw new Error("killed here");
    }),
  );
  await expect(failing).rejects.toThrow("killed here");
  const seen: string[] = [];
  await takeFor("a test", program.id, seen);
  await takeFor("a test", program.id, seen);
  expect(seen).toHaveLength(1);
});

test("processes following at once share the work without doubling it", async () => {
  const { program } = await t.given.clinic();
  await recordVisibly(program.id, 20);
  const seen: string[] = [];
  const take = () => takeFor("three at once", program.id, seen);
  await Promise.all([take(), take(), take()]);
  await take();
  expect(new Set(seen).size).toBe(20);
  expect(seen).toHaveLength(20);
});

test("a cursor before everything kept is too old, one within is not", async () => {
  const { program } = await t.given.clinic();
  await record(t.loopCtx(), { kind: "program.changed", programId: program.id });
  expect(await isTooOld(t.db, feedStart)).toBe(true);
  await vi.waitFor(async () => expect(await isTooOld(t.db, await feedHead(t.db))).toBe(false), patience);
});

/** Records rows of a program and waits until all of them can be read. */
async function recordVisibly(programId: string, rows: number): Promise<void> {
  for (let i = 0; i < rows; i++) await record(t.loopCtx(), { kind: "program.changed", programId });
  await vi.waitFor(async () => {
    const mine = (await readFeed(t.db, feedStart)).filter((row) => row.programId === programId);
    expect(mine).toHaveLength(rows);
  }, patience);
}

/** Lets a consumer take what there is, and notes the rows of one program that it got. */
const takeFor = (consumer: string, programId: string, seen: string[]) =>
  inTransaction(t.loopCtx(), (tx) =>
    follow(tx, consumer, async (rows) => {
      seen.push(...rows.filter((row) => row.programId === programId).map((row) => row.cursor.id));
    }),
  );

function signal(): [Promise<void>, () => void] {
  let resolve = () => {};
  const promise = new Promise<void>((r) => {
    resolve = r;
  });
  return [promise, resolve];
}
