import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { alerts, messages, patients, phones, programMembers, threadEvents, threads } from "@/db/schema";
import { open } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { acknowledgeAlert, escalateAlerts } from "./alert";
import { arrives, fileAll } from "./arrival-testing";
import { claimThread } from "./claim";
import { openAlerts } from "./queries-alerts";

const t = testDatabase();
const later = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);

type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;

async function cries(
  { patient, sender }: Clinic,
  at = wednesdayMorning,
  text = "no siento al bebe desde ayer",
) {
  await arrives(t.db, { from: patient.phone.e164, to: sender.number, text, at });
  await fileAll(t.loopCtx({ now: at }));
  const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, patient.phone.id));
  if (!thread) throw new Error("The text was not filed.");
  return thread.id;
}
const join = ({ program }: Clinic, userId: string) =>
  t.db.insert(programMembers).values({ programId: program.id, userId, addedAt: wednesdayMorning });
const alertOf = async (threadId: string) =>
  (await t.db.select().from(alerts).where(eq(alerts.threadId, threadId)))[0];
const eventsOf = async (threadId: string) =>
  (
    await t.db
      .select({ kind: threadEvents.kind, userId: threadEvents.userId })
      .from(threadEvents)
      .where(eq(threadEvents.threadId, threadId))
      .orderBy(threadEvents.id)
  ).map(({ kind, userId }) => [kind, userId]);
async function safetyTexts(threadId: string): Promise<string[]> {
  const rows = await t.db.select().from(messages).where(eq(messages.threadId, threadId)).orderBy(messages.id);
  return rows.flatMap(({ id, purpose, body }) =>
    purpose === "safety" ? [open("messages.body", id, body)] : [],
  );
}
const of = async (action: string, threadId: string) =>
  (await t.auditOf(action)).filter(({ details }) => (details as { threadId?: string }).threadId === threadId);

describe("an emergency", () => {
  test("opens one alert, with its audit, timeline and feed, and tells the patient what is safe", async () => {
    const clinic = await t.given.clinic();
    await t.db.update(patients).set({ language: "es" }).where(eq(patients.id, clinic.patient.id));
    const threadId = await cries(clinic);
    const alert = await alertOf(threadId);
    expect(alert).toMatchObject({
      ...{ raisedAt: wednesdayMorning, escalatesAt: later(10), acknowledgedAt: null, endedAt: null },
      programId: clinic.program.id,
    });
    expect(await of("alert.raised", threadId)).toEqual([
      { actorId: null, programId: clinic.program.id, details: { threadId, alertId: alert?.id } },
    ]);
    expect(await eventsOf(threadId)).toEqual([["alert", null]]);
    expect(await t.feedOf("alert.changed")).toContainEqual({ programId: clinic.program.id, threadId });
    const [told, ...more] = await safetyTexts(threadId);
    expect(more).toEqual([]);
    expect(told).toMatch(/911/);
    expect(told).toMatch(/emergencia/i);
  });

  test("again while it rings changes nothing; acknowledged, it rings anew and says what is safe after 15 minutes", async () => {
    const clinic = await t.given.clinic();
    const threadId = await cries(clinic);
    await cries(clinic, later(1));
    expect(await alertOf(threadId)).toMatchObject({ raisedAt: wednesdayMorning });
    await acknowledgeAlert(t.ctxFor(clinic.nurse, { now: later(2) }), { threadId });
    await cries(clinic, later(3));
    expect(await alertOf(threadId)).toMatchObject({
      ...{ raisedAt: later(3), escalatesAt: later(13), acknowledgedAt: null, acknowledgedBy: null },
    });
    expect(await safetyTexts(threadId)).toHaveLength(1);
    await acknowledgeAlert(t.ctxFor(clinic.nurse, { now: later(4) }), { threadId });
    await cries(clinic, later(20));
    expect(await safetyTexts(threadId)).toHaveLength(2);
    expect(await of("alert.raised", threadId)).toHaveLength(3);
  });

  test("twice in one batch, or to two of our numbers, says what is safe once", async () => {
    const clinic = await t.given.clinic();
    const second = await t.given.sender(clinic.program.id);
    const text = "I have trouble breathing";
    for (const to of [clinic.sender.number, clinic.sender.number, second.number])
      await arrives(t.db, { from: clinic.patient.phone.e164, to, text, at: wednesdayMorning });
    await fileAll(t.loopCtx());
    const all = await t.db
      .select({ threadId: alerts.threadId })
      .from(alerts)
      .where(eq(alerts.programId, clinic.program.id));
    expect(all).toHaveLength(2);
    const told = await Promise.all(all.map(({ threadId }) => safetyTexts(threadId)));
    expect(told.flat()).toHaveLength(1);
  });

  test("after STOP nothing is sent: the alert says that a person must call", async () => {
    const clinic = await t.given.clinic();
    await t.db
      .update(phones)
      .set({ stoppedAt: wednesdayMorning })
      .where(eq(phones.id, clinic.patient.phone.id));
    const threadId = await cries(clinic);
    expect(await safetyTexts(threadId)).toEqual([]);
    expect((await openAlerts(t.ctxFor(clinic.nurse))).alerts).toMatchObject([{ patient: { stopped: true } }]);
  });
});

describe("acknowledging", () => {
  test("stops the ringing, claims the conversation and is written down; it does not end the alert", async () => {
    const clinic = await t.given.clinic();
    const threadId = await cries(clinic);
    await acknowledgeAlert(t.ctxFor(clinic.nurse, { now: later(2) }), { threadId });
    expect(await alertOf(threadId)).toMatchObject({
      ...{ acknowledgedAt: later(2), acknowledgedBy: clinic.nurse.id, endedAt: null },
    });
    const [thread] = await t.db.select().from(threads).where(eq(threads.id, threadId));
    expect(thread?.claimedBy).toBe(clinic.nurse.id);
    expect(await of("alert.acknowledged", threadId)).toMatchObject([{ actorId: clinic.nurse.id }]);
    expect(await eventsOf(threadId)).toEqual([
      ["alert", null],
      ["acknowledged", clinic.nurse.id],
      ["claimed", clinic.nurse.id],
    ]);
    expect((await openAlerts(t.ctxFor(clinic.nurse))).alerts).toEqual([]);
  });

  test("leaves the conversation with the colleague who holds it", async () => {
    const clinic = await t.given.clinic();
    const colleague = await t.given.user("nurse");
    await join(clinic, colleague.id);
    const threadId = await cries(clinic);
    await claimThread(t.ctxFor(colleague), { threadId });
    await acknowledgeAlert(t.ctxFor(clinic.nurse), { threadId });
    const [thread] = await t.db.select().from(threads).where(eq(threads.id, threadId));
    expect(thread?.claimedBy).toBe(colleague.id);
  });

  test("of two at once one does it, and the other reads who", async () => {
    const clinic = await t.given.clinic();
    const colleague = await t.given.user("nurse");
    await join(clinic, colleague.id);
    const threadId = await cries(clinic);
    const both = await Promise.allSettled(
      [clinic.nurse, colleague].map((user) => acknowledgeAlert(t.ctxFor(user), { threadId })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const alert = await alertOf(threadId);
    const winner = alert?.acknowledgedBy === colleague.id ? colleague : clinic.nurse;
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", message: expect.stringContaining(winner.name) },
    });
    expect(await of("alert.acknowledged", threadId)).toHaveLength(1);
  });

  test("is for nurses of the program", async () => {
    const clinic = await t.given.clinic();
    const threadId = await cries(clinic);
    for (const role of ["manager", "admin"] as const)
      await expect(acknowledgeAlert(t.ctxFor(await t.given.user(role)), { threadId })).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(acknowledgeAlert(t.ctxFor(await t.given.user("nurse")), { threadId })).rejects.toMatchObject(
      { code: "not-found" },
    );
    expect(await of("alert.acknowledged", threadId)).toEqual([]);
    await acknowledgeAlert(t.ctxFor(clinic.nurse), { threadId });
  });
});

describe("escalating", () => {
  test("happens once, at the program's time, to what nobody acknowledged", async () => {
    const clinic = await t.given.clinic();
    const threadId = await cries(clinic);
    await escalateAlerts(t.loopCtx({ now: later(9) }));
    expect(await alertOf(threadId)).toMatchObject({ escalatedAt: null });
    await Promise.all([1, 2, 3].map(() => escalateAlerts(t.loopCtx({ now: later(10) }))));
    expect(await alertOf(threadId)).toMatchObject({ escalatedAt: later(10) });
    expect(await of("alert.escalated", threadId)).toHaveLength(1);
    expect(await eventsOf(threadId)).toEqual([
      ["alert", null],
      ["escalated", null],
    ]);
    await escalateAlerts(t.loopCtx({ now: later(30) }));
    expect(await alertOf(threadId)).toMatchObject({ escalatedAt: later(10) });
  });

  test("against an acknowledgement at the same moment, nothing is lost and nobody is turned away", async () => {
    for (let round = 0; round < 8; round += 1) {
      const clinic = await t.given.clinic();
      const threadId = await cries(clinic);
      await Promise.all([
        acknowledgeAlert(t.ctxFor(clinic.nurse, { now: later(10) }), { threadId }),
        escalateAlerts(t.loopCtx({ now: later(10) })),
      ]);
      const alert = await alertOf(threadId);
      expect(alert?.acknowledgedBy).toBe(clinic.nurse.id);
      expect(await of("alert.escalated", threadId)).toHaveLength(alert?.escalatedAt ? 1 : 0);
    }
  });
});

describe("who is told", () => {
  test("nurses of the program read who and what; others nothing", async () => {
    const clinic = await t.given.clinic();
    const threadId = await cries(clinic);
    expect((await openAlerts(t.ctxFor(clinic.nurse))).alerts).toEqual([
      {
        ...{ id: (await alertOf(threadId))?.id, program: "Visits", timeZone: "America/New_York" },
        ...{ raisedAt: wednesdayMorning.toISOString(), escalated: false },
        patient: { threadId, who: "Rosa Marín", words: "no siento al bebe", stopped: false },
      },
    ]);
    expect((await openAlerts(t.ctxFor(await t.given.user("nurse")))).alerts).toEqual([]);
    expect((await openAlerts(t.ctxFor(clinic.manager))).alerts).toEqual([]);
    const [read] = (await t.auditOf("inbox.listed")).filter(({ actorId }) => actorId === clinic.nurse.id);
    expect(read?.details).toEqual({ subject: "alerts", count: 1 });
  });

  test("managers of the program, and admins, once it has escalated, without a word about the patient", async () => {
    const clinic = await t.given.clinic();
    const threadId = await cries(clinic);
    await escalateAlerts(t.loopCtx({ now: later(10) }));
    const alert = {
      ...{ id: (await alertOf(threadId))?.id, program: "Visits" },
      escalated: true,
      patient: null,
    };
    const admin = await t.given.user("admin");
    expect((await openAlerts(t.ctxFor(clinic.manager))).alerts).toMatchObject([alert]);
    expect((await openAlerts(t.ctxFor(admin))).alerts).toContainEqual(expect.objectContaining(alert));
    expect((await openAlerts(t.ctxFor(await t.given.user("manager")))).alerts).toEqual([]);
    await acknowledgeAlert(t.ctxFor(clinic.nurse), { threadId });
    expect((await openAlerts(t.ctxFor(clinic.manager))).alerts).toEqual([]);
  });

  test("once the number has passed on, the alert names nobody and quotes nothing", async () => {
    const clinic = await t.given.clinic();
    await cries(clinic);
    await t.db
      .update(phones)
      .set({ reassignedAt: later(5) })
      .where(eq(phones.id, clinic.patient.phone.id));
    expect((await openAlerts(t.ctxFor(clinic.nurse))).alerts).toMatchObject([
      { patient: { who: "Unknown number", words: null } },
    ]);
  });
});
