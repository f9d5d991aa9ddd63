import { expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { closeDay, openDay } from "./closed-days";
import { programSummary } from "./queries";
import { setTargets } from "./targets";
import { type AnswerTargets, targetsSeen } from "./types";

const t = testDatabase();

const usual: AnswerTargets = {
  ...{ emergencyMinutes: 5, urgentMinutes: 60, routineMinutes: 480 },
  ...{ escalateMinutes: 10, answersAfterHours: true },
};
const seen = targetsSeen(usual);
const stricter = { ...usual, urgentMinutes: 30, answersAfterHours: false };

const targeted = async (programId: string) =>
  (await t.auditOf("program.targeted")).filter((row) => row.programId === programId);

test("a manager sets how fast patients are answered, and the trail says from what to what", async () => {
  const { manager, program } = await t.given.clinic();
  await setTargets(t.ctxFor(manager), { programId: program.id, seen, ...stricter });

  expect((await programSummary(t.ctxFor(manager), program.id)).targets).toEqual(stricter);
  expect(await targeted(program.id)).toEqual([
    {
      actorId: manager.id,
      programId: program.id,
      details: { from: "5 60 480 10 answers", to: "5 30 480 10 silent" },
    },
  ]);
});

test("of two who choose at once one is told, and what is more urgent waits no longer", async () => {
  const { manager, program } = await t.given.clinic();
  const set = (wanted: AnswerTargets) =>
    setTargets(t.ctxFor(manager), { programId: program.id, seen, ...wanted });
  await expect(set({ ...usual, urgentMinutes: 500 })).rejects.toThrow(Invalid);
  const results = await Promise.allSettled([set(stricter), set({ ...usual, routineMinutes: 240 })]);
  expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []))).toEqual([expect.any(Conflict)]);
});

test("a holiday is closed and opened again", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const christmas = { programId: program.id, day: "2026-12-25", name: "Christmas" };
  await closeDay(ctx, christmas);
  await closeDay(ctx, { ...christmas, day: "2026-03-03", name: "Over already" });
  await expect(closeDay(ctx, christmas)).rejects.toThrow(Conflict);
  expect((await programSummary(ctx, program.id)).closedDays).toEqual([
    { day: "2026-12-25", name: "Christmas" },
  ]);

  await openDay(ctx, christmas);
  await expect(openDay(ctx, christmas)).rejects.toThrow(Conflict);
  expect((await programSummary(ctx, program.id)).closedDays).toEqual([]);
  expect((await targeted(program.id)).map((row) => row.details)).toContainEqual({
    ...{ day: "2026-12-25", change: "opened" },
  });
});

test("neither a nurse nor a manager of other programs", async () => {
  const { nurse, program } = await t.given.clinic();
  const stranger = await t.given.user("manager");
  const set = (user: typeof nurse) =>
    setTargets(t.ctxFor(user), { programId: program.id, seen, ...stricter });
  const close = (user: typeof nurse) =>
    closeDay(t.ctxFor(user), { programId: program.id, day: "2026-12-25", name: "Christmas" });
  for (const act of [set, close]) {
    await expect(act(nurse)).rejects.toThrow(Forbidden);
    await expect(act(stranger)).rejects.toThrow(NotFound);
  }
  const open = openDay(t.ctxFor(stranger), { programId: program.id, day: "2026-12-25" });
  await expect(open).rejects.toThrow(NotFound);
  expect(await targeted(program.id)).toEqual([]);
});
