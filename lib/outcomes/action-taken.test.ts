import { describe, expect, test } from "vitest";
import { actions } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { recordAction } from "./action-taken";
import { actionsOf } from "./queries";

const t = testDatabase();

async function start() {
  const { nurse, manager, program, patient } = await t.given.clinic();
  const what = { programId: program.id, patientId: patient.id, source: "staff" as const };
  return { nurse, manager, program, patient, what };
}

const of = async (programId: string) =>
  (await t.db.select().from(actions).limit(1_000)).filter((a) => a.programId === programId);

describe("recording the desired action", () => {
  test("keeps the day, the source and who recorded it, with audit and feed", async () => {
    const { nurse, program, patient, what } = await start();
    const ctx = t.ctxFor(nurse);

    await recordAction(ctx, { ...what, occurredOn: "2026-03-02", source: "self_report" });

    expect(await of(program.id)).toMatchObject([
      {
        patientId: patient.id,
        occurredOn: "2026-03-02",
        source: "self_report",
        recordedBy: nurse.id,
        recordedAt: ctx.now,
      },
    ]);
    expect(await t.auditOf("action.recorded")).toContainEqual({
      actorId: nurse.id,
      programId: program.id,
      details: expect.objectContaining({ patientId: patient.id, source: "self_report" }),
    });
    expect(await t.feedOf("action.recorded")).toContainEqual({ programId: program.id, threadId: null });
  });

  test("a second time is a conflict and adds nothing; another day or source is new evidence", async () => {
    const { nurse, program, what } = await start();
    const ctx = t.ctxFor(nurse);
    await recordAction(ctx, { ...what, occurredOn: "2026-03-02" });

    await expect(recordAction(ctx, { ...what, occurredOn: "2026-03-02" })).rejects.toThrow(Conflict);
    expect(await of(program.id)).toHaveLength(1);

    await recordAction(ctx, { ...what, occurredOn: "2026-03-02", source: "self_report" });
    await recordAction(ctx, { ...what, occurredOn: "2026-03-03" });
    expect(await of(program.id)).toHaveLength(3);
  });

  test("two nurses at once leave one row, one audit row and one conflict", async () => {
    const { nurse, program, what } = await start();
    const both = await Promise.allSettled(
      [1, 2].map(() => recordAction(t.ctxFor(nurse), { ...what, occurredOn: "2026-03-02" })),
    );

    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
    expect(await of(program.id)).toHaveLength(1);
    const audited = (await t.auditOf("action.recorded")).filter((row) => row.programId === program.id);
    expect(audited).toHaveLength(1);
  });

  test("today is the program's today, not London's", async () => {
    const { nurse, program, what } = await start();
    const lateEvening = t.ctxFor(nurse, { now: new Date("2026-03-05T03:30:00Z") });

    await expect(recordAction(lateEvening, { ...what, occurredOn: "2026-03-05" })).rejects.toThrow(Invalid);
    await recordAction(lateEvening, { ...what, occurredOn: "2026-03-04" });
    expect(await of(program.id)).toHaveLength(1);
  });

  test("a day a year ago is kept, one day more is refused with a sentence at its field", async () => {
    const { nurse, what } = await start();
    await recordAction(t.ctxFor(nurse), { ...what, occurredOn: "2025-03-04" });

    await expect(recordAction(t.ctxFor(nurse), { ...what, occurredOn: "2025-03-03" })).rejects.toMatchObject({
      code: "invalid",
      fields: { occurredOn: ["This day is more than a year ago. Check the year."] },
    });
  });

  test.each(["manager", "admin"] as const)("a %s may not record", async (role) => {
    const { program, what } = await start();
    const other = await t.given.user(role);
    await expect(recordAction(t.ctxFor(other), { ...what, occurredOn: "2026-03-02" })).rejects.toThrow(
      Forbidden,
    );
    expect(await of(program.id)).toEqual([]);
  });

  test("another program, and a patient of another program, are not found", async () => {
    const here = await start();
    const there = await start();
    const ctx = t.ctxFor(here.nurse);

    for (const what of [there.what, { ...here.what, patientId: there.patient.id }])
      await expect(recordAction(ctx, { ...what, occurredOn: "2026-03-02" })).rejects.toThrow(NotFound);
    expect(await of(there.program.id)).toEqual([]);
    expect(await of(here.program.id)).toEqual([]);
  });
});

describe("reading actions", () => {
  test("gives each patient theirs, newest first, and an empty list to who has none", async () => {
    const { nurse, program, patient, what } = await start();
    const other = await t.given.patient(program.id);
    await recordAction(t.ctxFor(nurse), { ...what, occurredOn: "2026-02-02" });
    await recordAction(t.ctxFor(nurse), { ...what, occurredOn: "2026-03-02", source: "self_report" });

    const found = await actionsOf(t.ctxFor(nurse), program.id, [patient.id, other.id]);

    expect(found.get(patient.id)).toEqual([
      { occurredOn: "2026-03-02", source: "self_report" },
      { occurredOn: "2026-02-02", source: "staff" },
    ]);
    expect(found.get(other.id)).toEqual([]);
  });

  test("shows nothing of another program, nor to another role", async () => {
    const { nurse, manager, program, patient } = await start();
    const elsewhere = await t.given.program();
    await expect(actionsOf(t.ctxFor(nurse), elsewhere.id, [patient.id])).rejects.toThrow(NotFound);
    await expect(actionsOf(t.ctxFor(manager), program.id, [patient.id])).rejects.toThrow(Forbidden);
  });
});
