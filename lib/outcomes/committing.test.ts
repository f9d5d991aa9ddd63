import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { actions, outcomeFiles, outcomeRows, patients, touches } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { commitOutcomeBatch, startImport } from "./committing";
import { commitOutcomes } from "./loops";
import { outcomeFileDetail } from "./queries-files";
import type { OutcomeKind } from "./types";
import { uploadOutcomes } from "./uploading";

const t = testDatabase();

/** The last `days` days before the tests' own, newest first. */
const daysBefore = (days: number) =>
  Array.from({ length: days }, (_, i) =>
    new Date(wednesdayMorning.getTime() - (i + 1) * 86_400_000).toISOString().slice(0, 10),
  );

async function upload(ctx: Ctx, programId: string, file: string, kind: OutcomeKind = "claims") {
  async function* stream() {
    yield Buffer.from(file);
  }
  return uploadOutcomes(ctx, { programId, kind, codes: [], fileName: "march.csv", stream: stream() });
}

const claimsOf = (member: string, days: string[]) =>
  ["member_id,dos,code", ...days.map((day) => `${member},${day},99381`)].join("\n");

async function checkedFile(days = 5) {
  const { manager, nurse, program, patient } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const file = claimsOf(patient.member, daysBefore(days));
  return { manager, nurse, program, patient, ctx, file, id: await upload(ctx, program.id, file) };
}

async function commitAll(): Promise<number> {
  let total = 0;
  for (let done = await commitOutcomes(t.loopCtx()); done > 0; done = await commitOutcomes(t.loopCtx()))
    total += done;
  return total;
}

const actionsIn = (programId: string) => t.db.$count(actions, eq(actions.programId, programId));

test("claims are recorded as actions of their day, source and code, with audit and feed", async () => {
  const { manager, program, patient, ctx, id } = await checkedFile(2);
  await startImport(ctx, { fileId: id });
  expect(await outcomeFileDetail(ctx, id)).toMatchObject({ state: "committing", committed: 0 });
  expect(await commitOutcomes(t.loopCtx())).toBe(2);

  expect(await outcomeFileDetail(ctx, id)).toMatchObject({ state: "committed", matched: 2, committed: 2 });
  const recorded = await t.db.select().from(actions).where(eq(actions.programId, program.id)).limit(10);
  expect(recorded).toHaveLength(2);
  expect(recorded[0]).toMatchObject({
    ...{ patientId: patient.id, source: "claims", code: "99381", outcomeFileId: id, recordedBy: null },
  });
  const details = { outcomeFileId: id, rows: 2 };
  expect(await t.auditOf("outcomes.commit-started")).toContainEqual({
    ...{ actorId: manager.id, programId: program.id, details },
  });
  expect(await t.auditOf("outcomes.committed")).toContainEqual({
    ...{ actorId: null, programId: program.id, details },
  });
  expect((await t.feedOf("action.recorded")).filter((row) => row.programId === program.id)).toEqual([]);
  expect((await t.feedOf("outcomes.changed")).filter((row) => row.programId === program.id)).toHaveLength(4);
});

test("touches are recorded with their channel and whether they reached somebody", async () => {
  const { program, patient, ctx } = await checkedFile();
  const file = `member_id,date,channel,reached\n${patient.member},2026-02-02,call,no\n${patient.member},2026-02-02,postcard,\n`;
  const id = await upload(ctx, program.id, file, "touches");
  await startImport(ctx, { fileId: id });
  await commitAll();
  const recorded = await t.db.select().from(touches).where(eq(touches.programId, program.id)).limit(10);
  expect(recorded.map(({ channel, reached, outcomeFileId }) => [channel, reached, outcomeFileId])).toEqual(
    expect.arrayContaining([
      ["call", "no", id],
      ["postcard", null, id],
    ]),
  );
  expect(await actionsIn(program.id)).toBe(0);
});

test("the same file again is known, and a file with nothing new is not started", async () => {
  const { program, ctx, file, id } = await checkedFile(3);
  await startImport(ctx, { fileId: id });
  await commitAll();
  const again = await upload(ctx, program.id, file);
  expect(await outcomeFileDetail(ctx, again)).toMatchObject({ rows: 3, matched: 0, known: 3, rejected: 0 });
  await expect(startImport(ctx, { fileId: again })).rejects.toThrow(Blocked);
  expect(await outcomeFileDetail(ctx, again)).toMatchObject({ state: "checked" });
  expect(await actionsIn(program.id)).toBe(3);
});

/** A file of many rows: few patients, each on many days. */
async function largeFile(people: number, days: number) {
  const start = await checkedFile(1);
  const members = [start.patient.member];
  while (members.length < people) members.push((await t.given.patient(start.program.id)).member);
  const lines = members.flatMap((member) => claimsOf(member, daysBefore(days)).split("\n").slice(1));
  return { ...start, file: ["member_id,dos,code", ...lines].join("\n"), rows: people * days };
}

test("a large file is imported in batches of a thousand, whole ones only when one is cut off", async () => {
  const { program, ctx, file } = await largeFile(4, 500);
  const id = await upload(ctx, program.id, file);
  await startImport(ctx, { fileId: id });

  const cut = t.db.transaction(async (db) => {
    await commitOutcomeBatch({ ...t.loopCtx(), db, joined: true });
    throw new Error("killed");
  });
  await expect(cut).rejects.toThrow("killed");
  expect(await actionsIn(program.id)).toBe(0);
  expect(await t.db.$count(outcomeRows, sql`file_id = ${id} and committed_at is not null`)).toBe(0);

  expect(await commitOutcomes(t.loopCtx())).toBe(1_000);
  expect(await outcomeFileDetail(ctx, id)).toMatchObject({ state: "committing", committed: 1_000 });
  // Two whole batches: only the empty one after them says that they were all.
  expect(await commitAll()).toBe(1_000);
  expect(await outcomeFileDetail(ctx, id)).toMatchObject({ state: "committed", committed: 2_000 });
  expect(await actionsIn(program.id)).toBe(2_000);
}, 30_000);

test("two people with the same file at once, and several workers, end with one set", async () => {
  const { program, ctx, file, rows } = await largeFile(4, 300);
  const backwards = [file.split("\n")[0], ...file.split("\n").slice(1).reverse()].join("\n");
  const files = await Promise.all([upload(ctx, program.id, file), upload(ctx, program.id, backwards)]);
  for (const fileId of files) await startImport(ctx, { fileId });
  await Promise.all([commitAll(), commitAll(), commitAll()]);
  await commitAll();

  expect(await actionsIn(program.id)).toBe(rows);
  const after = await Promise.all(files.map((id) => outcomeFileDetail(ctx, id)));
  for (const one of after)
    expect(one).toMatchObject({ state: "committed", rows, rejected: 0, matched: one.committed });
  expect(after.map(({ committed }) => committed).reduce((a, b) => a + b)).toBe(rows);
  expect(after.map(({ known }) => known).reduce((a, b) => a + b)).toBe(rows);
}, 60_000);

test("records that are joined before the import count for the one that is kept", async () => {
  const { program, patient, ctx } = await checkedFile();
  const twin = await t.given.patient(program.id);
  const lines = [patient, twin].map(({ member }) => `${member},2026-03-02`);
  const id = await upload(ctx, program.id, ["member_id,dos", ...lines].join("\n"));
  await startImport(ctx, { fileId: id });
  await t.db.update(patients).set({ mergedInto: patient.id }).where(eq(patients.id, twin.id));
  await commitAll();
  const recorded = await t.db.select().from(actions).where(eq(actions.programId, program.id)).limit(10);
  expect(recorded.map(({ patientId }) => patientId)).toEqual([patient.id]);
  const after = await outcomeFileDetail(ctx, id);
  expect(after).toMatchObject({ state: "committed", matched: 1, known: 1, committed: 1 });
  expect(after.lines[1]).toMatchObject({ verdict: "known", reasons: ["Recorded already."] });
});

test("two people who start at once: one does, the other is told", async () => {
  const { ctx, id } = await checkedFile();
  const starts = await Promise.allSettled([1, 2].map(() => startImport(ctx, { fileId: id })));
  const refused = starts.filter((start) => start.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toBeInstanceOf(Conflict);
  await commitAll();
});

test("who may not import is refused, and another program's file is not found", async () => {
  const { nurse, id, program } = await checkedFile();
  const elsewhere = await t.given.clinic();
  await expect(startImport(t.ctxFor(nurse), { fileId: id })).rejects.toThrow(Forbidden);
  await expect(startImport(t.ctxFor(elsewhere.manager), { fileId: id })).rejects.toThrow(NotFound);
  const started = await t.auditOf("outcomes.commit-started");
  expect(started.filter((row) => row.programId === program.id)).toEqual([]);
});

test("a file that cannot be imported does not keep the next one, and stays where it is", async () => {
  const [broken, good] = [await checkedFile(), await checkedFile()];
  await t.db
    .update(outcomeRows)
    .set({ content: Buffer.from("not sealed") })
    .where(eq(outcomeRows.fileId, broken.id));
  await startImport(broken.ctx, { fileId: broken.id });
  await startImport(good.ctx, { fileId: good.id });
  for (let tries = 0; tries < 3; tries += 1) await expect(commitOutcomes(t.loopCtx())).rejects.toThrow();
  await commitAll();
  expect(await outcomeFileDetail(good.ctx, good.id)).toMatchObject({ state: "committed", committed: 5 });
  expect(await actionsIn(broken.program.id)).toBe(0);
  await t.db.update(outcomeFiles).set({ state: "failed" }).where(eq(outcomeFiles.id, broken.id));
});
