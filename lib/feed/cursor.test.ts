import { expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { inTransaction } from "@/lib/context";
import { testDatabase } from "@/lib/testing";
import { feedHead, feedStart, follow, readFeed } from "./cursor";
import { record } from "./record";
import { isTooOld } from "./retention";
import type { Cursor } from "./types";

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
  const before = await feedHead(t.db);
  await record(t.loopCtx(), { kind: "program.changed", programId: program.id });
  await visible(before, 1);
  const seen: string[] = [];
  const take = () =>
    inTransaction(t.loopCtx(), (tx) =>
      follow(tx, "a test", async (rows) => void seen.push(...rows.map((r) => r.cursor.id))),
    );

  const failing = inTransaction(t.loopCtx(), (tx) =>
    follow(tx, "a test", async () => {
      throw new Error("killed here");
    }),
  );
  await expect(failing).rejects.toThrow("killed here");
  const first = await take();
  expect(first).toBeGreaterThan(0);
  expect(await take()).toBe(0);
  expect(new Set(seen).size).toBe(seen.length);
});

test("two processes following at once share the work without doubling it", async () => {
  const { program } = await t.given.clinic();
  const before = await feedHead(t.db);
  for (let i = 0; i < 20; i++) await record(t.loopCtx(), { kind: "program.changed", programId: program.id });
  await visible(before, 20);
  const seen: string[] = [];
  const take = () =>
    inTransaction(t.loopCtx(), (tx) =>
      follow(tx, "two", async (rows) => void seen.push(...rows.map((r) => r.cursor.id))),
    );
  await Promise.all([take(), take(), take()]);
  await take();
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await readFeed(t.db, feedStart)).length);
});

test("a cursor before everything kept is too old, one within is not", async () => {
  const { program } = await t.given.clinic();
  await record(t.loopCtx(), { kind: "program.changed", programId: program.id });
  expect(await isTooOld(t.db, feedStart)).toBe(true);
  await vi.waitFor(async () => expect(await isTooOld(t.db, await feedHead(t.db))).toBe(false), patience);
});

/** Until so many rows after the cursor can be read. */
const visible = (after: Cursor, rows: number) =>
  vi.waitFor(async () => expect((await readFeed(t.db, after)).length).toBeGreaterThanOrEqual(rows), patience);

function signal(): [Promise<void>, () => void] {
  let resolve = () => {};
  const promise = new Promise<void>((r) => {
    resolve = r;
  });
  return [promise, resolve];
}
