import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rosterRows, rosters } from "@/db/schema";
import { testDatabase } from "@/lib/testing";
import { checkNextRoster } from "./checking";
import { startCommit } from "./committing";
import { checkRosters } from "./loops";
import { rosterDetail } from "./queries";
import { bytesOf, commitAll, uploadAndCheck } from "./testing";
import { uploadRoster } from "./uploading";

const t = testDatabase();
let files = 0;

const heading = "member_id,first_name,last_name,birth_date,phone,consent,zip";

/** People of their own; every tenth is somebody from the beginning of the file once more. */
function fileOf(rows: number) {
  files += 1;
  const lines = Array.from({ length: rows }, (_, i) => {
    const member = i % 10 === 9 ? Math.floor(i / 10) : i;
    return `CK${files}-${member},Rosa,Marín,1994-05-17,214-555-01${String(i % 100).padStart(2, "0")},Y,02139`;
  });
  return [heading, ...lines].join("\n");
}

async function waitingRoster(rows: number) {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const input = { programId: program.id, fileName: "x.csv", stream: bytesOf(fileOf(rows)) };
  return { ctx, program, id: await uploadRoster(ctx, input) };
}

const rosterRow = async (id: string) => {
  const [row] = await t.db.select().from(rosters).where(eq(rosters.id, id));
  return row;
};

/** As a worker leaves it that was told to stop: some batches stored. */
async function checkedHalf(rows: number) {
  const roster = await waitingRoster(rows);
  const stop = new AbortController();
  let begun = 0;
  const db = new Proxy(t.db, {
    get(target, name, receiver) {
      if (name === "transaction") begun += 1;
      // The first one clears the table, the next stores a batch.
      if (begun === 2) stop.abort();
      return Reflect.get(target, name, receiver);
    },
  });
  await checkNextRoster({ ...t.loopCtx(), db }, stop.signal);
  return roster;
}

test("a worker that is stopped in the middle leaves whole batches, and another goes on after them", async () => {
  const { ctx, id } = await checkedHalf(3_500);
  const half = await rosterRow(id);
  expect(half).toMatchObject({ state: "checking", checkingUntil: null });
  expect(half?.rows).toBeGreaterThanOrEqual(1_000);
  expect(half?.rows).toBeLessThan(3_500);
  expect(await t.db.$count(rosterRows, eq(rosterRows.rosterId, id))).toBe(half?.rows);
  expect(half?.bytesChecked).toBeGreaterThan(0);

  while ((await checkRosters(t.loopCtx())) > 0);
  const roster = await rosterDetail(ctx, id);
  expect(roster).toMatchObject({
    state: "checked",
    rows: 3_500,
    duplicates: 315,
    rejected: 315,
    added: 3_185,
  });
  expect(roster.bytesChecked).toBe(roster.bytes);
  expect(await t.db.$count(rosterRows, eq(rosterRows.rosterId, id))).toBe(3_500);
});

test("a worker that died keeps the roster until its lease runs out, and can write nothing after that", async () => {
  const { ctx, id } = await waitingRoster(1_500);
  const dead = t.given.newId();
  const lease = (until: ReturnType<typeof sql>) =>
    t.db.update(rosters).set({ checkingBy: dead, checkingUntil: until }).where(eq(rosters.id, id));
  await lease(sql`clock_timestamp() + interval '20 seconds'`);
  expect(await checkRosters(t.loopCtx())).toBe(0);

  await lease(sql`clock_timestamp() - interval '1 second'`);
  expect(await checkRosters(t.loopCtx())).toBe(1_500);
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "checked", rows: 1_500 });
});

test("a worker whose roster is taken from it stores nothing more and says nothing", async () => {
  const { id } = await waitingRoster(2_500);
  const taken = t.db.update(rosters).set({ checkingBy: t.given.newId() }).where(eq(rosters.id, id));
  let asked = 0;
  const db = new Proxy(t.db, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (name !== "transaction" || typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        asked += 1;
        if (asked === 3) await taken;
        return value.apply(target, args);
      };
    },
  });
  expect(await checkNextRoster({ ...t.loopCtx(), db })).toBe(1);
  const row = await rosterRow(id);
  expect(row?.state).toBe("checking");
  expect(await t.db.$count(rosterRows, eq(rosterRows.rosterId, id))).toBe(row?.rows);
  await t.db.update(rosters).set({ state: "failed" }).where(eq(rosters.id, id));
});

test("two workers at once check two rosters, each row once", async () => {
  const [one, two] = [await waitingRoster(1_200), await waitingRoster(1_200)];
  const done = await Promise.all([checkRosters(t.loopCtx()), checkRosters(t.loopCtx())]);
  expect(done).toEqual([1_200, 1_200]);
  for (const { ctx, id } of [one, two])
    expect(await rosterDetail(ctx, id)).toMatchObject({ state: "checked", rows: 1_200 });
});

test("what importing would do is said before: new, changed, unchanged", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const people = ["a", "b", "c", "d", "e"].map((name) => `EF-${name}`);
  const lineOf = (member: string, more: { phone?: string; consent?: string; last?: string } = {}) =>
    `${member},Rosa,${more.last ?? "Marín"},1994-05-17,${more.phone ?? "512-555-0101"},${more.consent ?? "Y"},02139`;
  const check = (lines: string[]) =>
    uploadAndCheck(ctx, t.loopCtx(), { programId: program.id, file: [heading, ...lines].join("\n") });
  const first = await check(people.map((member) => lineOf(member)));
  await startCommit(ctx, { rosterId: first });
  await commitAll(t.loopCtx());

  const second = await check([
    lineOf("EF-a"),
    lineOf("EF-b", { last: "Soto" }),
    lineOf("EF-c", { phone: "512-555-0102" }),
    lineOf("EF-d", { consent: "N" }),
    lineOf("EF-e", { consent: "" }),
    lineOf("EF-f"),
    lineOf("EF-f"),
  ]);

  const roster = await rosterDetail(ctx, second);
  expect(roster.lines.map(({ effect }) => effect)).toEqual([
    ...["unchanged", "changed", "changed", "changed", "unchanged", "new", null],
  ]);
  expect(roster).toMatchObject({ added: 1, changed: 3, unchanged: 2, duplicates: 1, rejected: 1 });
  const shown = async (what: "changed" | "duplicate" | "warning") =>
    (await rosterDetail(ctx, second, { shown: what })).lines.map(({ line }) => line);
  expect(await shown("changed")).toEqual([3, 4, 5]);
  expect(await shown("duplicate")).toEqual([8]);
  // The newcomer has the name and the birth date of others.
  expect(await shown("warning")).toEqual([5, 6, 7]);
});

test("a patient of another program is new to this one", async () => {
  const file = fileOf(10);
  const [one, two] = [await t.given.clinic(), await t.given.clinic()];
  const check = async ({ manager, program }: typeof one) => {
    const ctx = t.ctxFor(manager);
    const id = await uploadAndCheck(ctx, t.loopCtx(), { programId: program.id, file });
    return { ctx, id, roster: await rosterDetail(ctx, id) };
  };
  const first = await check(one);
  await startCommit(first.ctx, { rosterId: first.id });
  await commitAll(t.loopCtx());
  expect((await check(two)).roster).toMatchObject({ added: 9, unchanged: 0 });
  expect((await check(one)).roster).toMatchObject({ added: 0, unchanged: 9 });
});
