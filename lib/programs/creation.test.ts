import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { programMembers, programs, senders } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { createProgram } from "./creation";
import { listPrograms, programNamesOf, programSummary, standingOf } from "./queries";
import { freeSenders } from "./sender";

const t = testDatabase();

const facts = {
  name: "Prenatal visits",
  brand: "Valley Care",
  desiredAction: "Came to a prenatal visit",
  windowDays: 30,
  timeZone: "America/New_York",
  segmentCostMicros: 7_500,
  hours: [{ weekday: 3, opens: "09:00", closes: "17:00" }],
  memberIds: [] as string[],
};

describe("creating a program", () => {
  test("takes the number, the hours and the people, and its creator is one of them", async () => {
    const manager = await t.given.user("manager", { name: "Mina" });
    const nurse = await t.given.user("nurse", { name: "Nora" });
    const sender = await t.given.sender(null);
    const ctx = t.ctxFor(manager);

    const { id } = await createProgram(ctx, {
      ...facts,
      senderId: sender.id,
      memberIds: [nurse.id, manager.id],
    });

    expect(await programSummary(ctx, id)).toEqual({
      id,
      closedDays: [],
      targets: {
        ...{ emergencyMinutes: 5, urgentMinutes: 60, routineMinutes: 480 },
        ...{ escalateMinutes: 10, answersAfterHours: true },
      },
      name: "Prenatal visits",
      brand: "Valley Care",
      desiredAction: "Came to a prenatal visit",
      windowDays: 30,
      timeZone: "America/New_York",
      segmentCostMicros: 7_500,
      hours: facts.hours,
      outreach: { opens: "10:00", closes: "18:00", sundays: false, perDay: 1, perWeek: 3 },
      linkHosts: [],
      sender: sender.number,
      members: [
        { id: manager.id, name: "Mina", role: "manager", disabled: false },
        { id: nurse.id, name: "Nora", role: "nurse", disabled: false },
      ],
    });
    expect(await freeSenders(ctx)).not.toContainEqual(expect.objectContaining({ id: sender.id }));
    expect(await t.auditOf("program.created")).toContainEqual({
      actorId: manager.id,
      programId: id,
      details: { senderId: sender.id, windowDays: 30 },
    });
    expect(await t.auditOf("program.staffed")).toContainEqual({
      actorId: manager.id,
      programId: id,
      details: { userId: nurse.id, change: "added" },
    });
    expect(await t.feedOf("program.changed")).toContainEqual({ programId: id, threadId: null });
  });

  test("two managers who want the same number: one gets it, the other is told, and nothing of theirs stays", async () => {
    const [one, two] = [await t.given.user("manager"), await t.given.user("manager")];
    const sender = await t.given.sender(null);
    const results = await Promise.allSettled(
      [one, two].map((m) => createProgram(t.ctxFor(m), { ...facts, senderId: sender.id })),
    );

    const refused = results.filter((r) => r.status === "rejected");
    expect(refused.map((r) => r.reason)).toEqual([expect.any(Conflict)]);
    const [row] = await t.db.select().from(senders).where(eq(senders.id, sender.id));
    expect(
      await t.db
        .select()
        .from(programs)
        .where(eq(programs.id, row?.programId ?? "")),
    ).toHaveLength(1);
    expect([...(await listPrograms(t.ctxFor(one))), ...(await listPrograms(t.ctxFor(two)))]).toHaveLength(1);
  });

  test("a disabled person or an admin cannot be put into it", async () => {
    const ctx = t.ctxFor(await t.given.user("manager"));
    const gone = await t.given.user("nurse", { disabledAt: new Date() });
    for (const unable of [gone, await t.given.user("admin")]) {
      const sender = await t.given.sender(null);
      const creating = createProgram(ctx, { ...facts, senderId: sender.id, memberIds: [unable.id] });
      await expect(creating).rejects.toThrow(Invalid);
      expect(await freeSenders(ctx)).toContainEqual(expect.objectContaining({ id: sender.id }));
    }
  });

  test.each(["nurse", "admin"] as const)("a %s may not", async (role) => {
    const ctx = t.ctxFor(await t.given.user(role));
    const creating = createProgram(ctx, { ...facts, senderId: t.given.newId() });
    await expect(creating).rejects.toThrow(Forbidden);
  });
});

describe("reading programs", () => {
  test("lists the caller's own, with what they hold", async () => {
    const clinic = await t.given.clinic();
    const thread = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id, {
      waitingSince: new Date(),
    });
    await t.given.patient(clinic.program.id, { name: "Luis Prado" });
    await t.given.clinic();

    expect(thread.programId).toBe(clinic.program.id);
    expect(await listPrograms(t.ctxFor(clinic.manager))).toEqual([
      {
        id: clinic.program.id,
        name: "Visits",
        desiredAction: "Came to a visit",
        patients: 2,
        campaigns: 0,
        waiting: 1,
      },
    ]);
    await expect(listPrograms(t.ctxFor(clinic.nurse))).rejects.toThrow(Forbidden);
    expect(await programNamesOf(t.ctxFor(clinic.nurse))).toEqual([
      { id: clinic.program.id, name: "Visits", timeZone: "America/New_York" },
    ]);
  });

  test("somebody else's program is not found", async () => {
    const { program } = await t.given.clinic();
    const stranger = t.ctxFor(await t.given.user("manager"));
    await expect(programSummary(stranger, program.id)).rejects.toThrow(NotFound);
    await expect(programSummary(t.ctxFor(await t.given.user("admin")), program.id)).rejects.toThrow(
      Forbidden,
    );
  });

  test("the top line speaks of the caller's programs", async () => {
    const manager = t.ctxFor(await t.given.user("manager"));
    const { id } = await createProgram(manager, { ...facts, senderId: (await t.given.sender(null)).id });
    const staffed = { brand: "Valley Care", zone: "America/New_York", words: "Staffed until 5:00 pm" };
    expect(await standingOf(manager)).toEqual({ ...staffed, changesAt: "2026-03-04T22:00:00.000Z" });

    await createProgram(manager, {
      ...facts,
      brand: "Hill Clinic",
      hours: [{ weekday: 1, opens: "09:00", closes: "17:00" }],
      senderId: (await t.given.sender(null)).id,
    });
    expect(await standingOf(manager)).toMatchObject({
      brand: "Valley Care, Hill Clinic",
      words: "1 of 2 programs staffed now",
    });

    await t.db.delete(programMembers).where(and(eq(programMembers.programId, id)));
    expect(await standingOf(manager)).toMatchObject({ words: "Not staffed until Monday 9:00 am" });
    expect(await standingOf(t.ctxFor(await t.given.user("admin")))).toMatchObject({ brand: "", words: null });
  });
});
