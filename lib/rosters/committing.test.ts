import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { phones, programPatients, rosterRows, rosters } from "@/db/schema";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { batchRows, commitRows, startCommit } from "./committing";
import { commitRosters } from "./loops";
import { rosterDetail } from "./queries";
import { commitAll as commitAllOf, uploadAndCheck } from "./testing";

const t = testDatabase();
let files = 0;

/** A file of `rows` people of its own, every tenth without a birth date. */
function fileOf(rows: number) {
  files += 1;
  const lines = Array.from({ length: rows }, (_, i) => {
    const phone = `${["214", "512", "619"][files % 3]}-555-01${String(i % 100).padStart(2, "0")}`;
    return `VC${files}-${i},Rosa,Marín,${i % 10 === 9 ? "" : "1994-05-17"},${phone},es,02139,Y`;
  });
  return ["member_id,first_name,last_name,birth_date,phone,language,zip,consent", ...lines].join("\n");
}

const upload = (ctx: ReturnType<typeof t.ctxFor>, programId: string, file: string) =>
  uploadAndCheck(ctx, t.loopCtx(), { programId, file });

async function checkedRoster(rows = 20) {
  const { manager, nurse, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const file = fileOf(rows);
  return { manager, nurse, program, ctx, file, id: await upload(ctx, program.id, file) };
}

const commitAll = () => commitAllOf(t.loopCtx());

const members = (programId: string) => t.db.$count(programPatients, eq(programPatients.programId, programId));

async function everything() {
  const [counts] = await rowsOf<Record<string, number>>(
    t.db,
    sql`select (select count(*)::int from patients) as patients, (select count(*)::int from phones) as phones,
          (select count(*)::int from patient_phones) as links, (select count(*)::int from consents) as consents,
          (select count(*)::int from program_patients) as members`,
  );
  return counts;
}

test("a roster is imported in batches, and says so", async () => {
  const { manager, program, ctx, id } = await checkedRoster(1_200);
  const before = await members(program.id);
  await startCommit(ctx, { rosterId: id });

  expect(await commitRows(t.loopCtx(), undefined, 1)).toBe(batchRows);
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "committing", committed: batchRows });
  expect(await commitAll()).toBe(1_080 - batchRows);

  const roster = await rosterDetail(ctx, id);
  expect(roster).toMatchObject({ state: "committed", importable: 1_080, committed: 1_080, rejected: 120 });
  expect(roster.lines.every((row) => row.committed === (row.verdict === "import"))).toBe(true);
  expect((await members(program.id)) - before).toBe(1_080);
  expect(await t.auditOf("roster.commit-started")).toContainEqual({
    actorId: manager.id,
    programId: program.id,
    details: { rosterId: id, rows: 1_080 },
  });
  expect(await t.auditOf("roster.committed")).toContainEqual({
    actorId: null,
    programId: program.id,
    details: { rosterId: id, rows: 1_080 },
  });
});

test("a roster of exactly one batch is finished too", async () => {
  // A tenth of them is rejected.
  const { ctx, id } = await checkedRoster(Math.floor((batchRows * 10) / 9));
  const [row] = await t.db.select().from(rosters).where(eq(rosters.id, id));
  expect((row?.rows ?? 0) - (row?.rejected ?? 0)).toBe(batchRows);
  await startCommit(ctx, { rosterId: id });
  await commitAll();
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "committed", committed: batchRows });
});

test("the same file twice changes nothing and makes nobody twice", async () => {
  const { program, ctx, file, id } = await checkedRoster(60);
  await startCommit(ctx, { rosterId: id });
  await commitAll();
  const before = await everything();

  const again = await upload(ctx, program.id, file);
  await startCommit(ctx, { rosterId: again });
  await commitAll();

  expect(await rosterDetail(ctx, again)).toMatchObject({ state: "committed", committed: 54 });
  expect(await everything()).toEqual(before);
});

test("a roster never undoes a stop", async () => {
  const { program, ctx, file, id } = await checkedRoster(5);
  await startCommit(ctx, { rosterId: id });
  await commitAll();
  await t.db.update(phones).set({ stoppedAt: new Date("2026-03-01") });

  await startCommit(ctx, { rosterId: await upload(ctx, program.id, file.replaceAll("Rosa", "Rosita")) });
  await commitAll();

  expect(await t.db.$count(phones, sql`stopped_at is null`)).toBe(0);
});

test("two loops at once import two rosters of the same people, nobody twice", async () => {
  const { program, ctx, file, id } = await checkedRoster(250);
  const other = await upload(ctx, program.id, file);
  await startCommit(ctx, { rosterId: id });
  await startCommit(ctx, { rosterId: other });
  const before = await everything();

  const done = await Promise.all([commitRosters(t.loopCtx()), commitRosters(t.loopCtx())]);
  await commitAll();

  expect(done.some((rows) => rows === 225)).toBe(true);
  for (const rosterId of [id, other])
    expect(await rosterDetail(ctx, rosterId)).toMatchObject({ state: "committed", committed: 225 });
  const after = await everything();
  expect((after?.patients ?? 0) - (before?.patients ?? 0)).toBe(225);
  expect((after?.consents ?? 0) - (before?.consents ?? 0)).toBe(225);
});

test("two loops at once on one roster import each row once", async () => {
  const { ctx, id } = await checkedRoster(1_200);
  await startCommit(ctx, { rosterId: id });
  await Promise.all([commitAll(), commitAll(), commitAll()]);
  await commitAll();
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "committed", committed: 1_080 });
});

test("a batch that is cut off leaves nothing half done", async () => {
  const { ctx, program, id } = await checkedRoster(1_200);
  const before = await members(program.id);
  await startCommit(ctx, { rosterId: id });

  const cut = t.db.transaction(async (db) => {
    await commitRows({ ...t.loopCtx(), db, joined: true }, undefined, 1);
    throw new Error("killed");
  });
  await expect(cut).rejects.toThrow("killed");

  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "committing", committed: 0 });
  expect(await members(program.id)).toBe(before);
  expect(await t.db.$count(rosters, sql`id = ${id} and committed_lines = '{}'`)).toBe(1);
  await commitAll();
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "committed", committed: 1_080 });
});

test("two people who start at once: one does, the other is told", async () => {
  const { ctx, id } = await checkedRoster();
  const starts = await Promise.allSettled([
    startCommit(ctx, { rosterId: id }),
    startCommit(ctx, { rosterId: id }),
  ]);
  const refused = starts.filter((start) => start.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toBeInstanceOf(Conflict);
  expect((await t.auditOf("roster.commit-started")).filter((a) => sameRoster(a.details, id))).toHaveLength(1);
  await commitAll();
});

const sameRoster = (details: unknown, id: string) => JSON.stringify(details).includes(id);

test("a roster without one good row is not started", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const id = await upload(ctx, program.id, `${fileOf(0)}\nVC1,,,,,,,`);
  await expect(startCommit(ctx, { rosterId: id })).rejects.toThrow(Blocked);
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "checked" });
});

test("who may not import is refused, and another program's roster is not found", async () => {
  const { nurse, id } = await checkedRoster();
  const elsewhere = await t.given.clinic();
  await expect(startCommit(t.ctxFor(nurse), { rosterId: id })).rejects.toThrow(Forbidden);
  await expect(startCommit(t.ctxFor(elsewhere.manager), { rosterId: id })).rejects.toThrow(NotFound);
  expect((await t.auditOf("roster.commit-started")).filter((a) => sameRoster(a.details, id))).toEqual([]);
});

test("a roster that cannot be imported does not keep the next one, and stays where it is", async () => {
  const broken = await checkedRoster();
  const good = await checkedRoster();
  await t.db
    .update(rosterRows)
    .set({ content: Buffer.from("not sealed") })
    .where(eq(rosterRows.rosterId, broken.id));
  await startCommit(broken.ctx, { rosterId: broken.id });
  await startCommit(good.ctx, { rosterId: good.id });
  for (let tries = 0; tries < 3; tries += 1) await expect(commitRosters(t.loopCtx())).rejects.toThrow();
  await commitAll();
  expect(await rosterDetail(good.ctx, good.id)).toMatchObject({ state: "committed", committed: 18 });
  const [row] = await t.db.select().from(rosters).where(eq(rosters.id, broken.id));
  expect(row).toMatchObject({ state: "committing", committed: 0 });
  await t.db.update(rosters).set({ state: "failed" }).where(eq(rosters.id, broken.id));
});
