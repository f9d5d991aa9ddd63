import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { alerts, redFlags, threadEvents, threads, waits } from "@/db/schema";
import { open } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { arrives, fileAll } from "./arrival-testing";
import { closeThread } from "./closing";
import { changePriority } from "./priority";
import { urgencyOf } from "./queries-urgency";
import { rankOf } from "./types";

const t = testDatabase();
const later = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);
const reason = "She called: the baby moves again.";

type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;

async function says({ patient, sender }: Clinic, text: string, at = wednesdayMorning) {
  await arrives(t.db, { from: patient.phone.e164, to: sender.number, text, at });
  await fileAll(t.loopCtx({ now: at }));
  const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, patient.phone.id));
  if (!thread) throw new Error("The text was not filed.");
  return thread;
}
const threadOf = async (id: string) => (await t.db.select().from(threads).where(eq(threads.id, id)))[0];

test("lowering an emergency answers its flags, ends the alert, and keeps the reason sealed", async () => {
  const clinic = await t.given.clinic();
  const thread = await says(clinic, "no siento al bebe desde ayer");
  const ctx = t.ctxFor(clinic.nurse, { now: later(3) });
  const threadId = thread.id;
  await changePriority(ctx, { threadId, seen: thread.lastInboundId, priority: "routine", reason });

  expect((await threadOf(threadId))?.priority).toBe(rankOf("routine"));
  // What it was at its worst stays to be counted.
  expect(await t.db.select().from(waits).where(eq(waits.threadId, threadId))).toMatchObject([
    { priority: rankOf("emergency"), endedAt: null },
  ]);
  expect(await t.db.select().from(alerts).where(eq(alerts.threadId, threadId))).toMatchObject([
    { acknowledgedBy: clinic.nurse.id, acknowledgedAt: later(3), endedAt: later(3) },
  ]);
  const flags = await t.db.select().from(redFlags).where(eq(redFlags.threadId, threadId));
  expect(flags).toMatchObject([{ clearedBy: clinic.nurse.id, clearedAt: later(3) }]);
  const events = await t.db
    .select()
    .from(threadEvents)
    .where(eq(threadEvents.threadId, threadId))
    .orderBy(threadEvents.id);
  expect(events.map(({ kind }) => kind)).toEqual(["alert", "priority", "acknowledged"]);
  const decided = events[1];
  expect(decided?.details).toEqual({ from: "emergency", to: "routine" });
  expect(decided?.words && open("thread_events.words", decided.id, decided.words)).toBe(reason);
  const audited = (await t.auditOf("thread.prioritised")).filter(
    ({ actorId }) => actorId === clinic.nurse.id,
  );
  expect(audited.map(({ details }) => details)).toEqual([
    { threadId, from: "emergency", to: "routine", flags: 1 },
  ]);
  expect(JSON.stringify(audited)).not.toContain("baby");
  for (const kind of ["thread.changed", "alert.changed"])
    expect(await t.feedOf(kind)).toContainEqual({ programId: clinic.program.id, threadId });
  expect(await urgencyOf(ctx, threadId)).toMatchObject({
    ...{ priority: "routine", alert: null },
    flags: [{ cleared: { by: clinic.nurse.name } }],
  });
});

test("a person may raise what no rule did; an emergency that stays one goes on ringing", async () => {
  const clinic = await t.given.clinic();
  const calm = await says(clinic, "I feel strange");
  const ctx = t.ctxFor(clinic.nurse);
  const decide = (seen: string | null, priority: "emergency" | "urgent") =>
    changePriority(ctx, { threadId: calm.id, seen, priority, reason });
  await decide(calm.lastInboundId, "urgent");
  expect(await t.db.select().from(waits).where(eq(waits.threadId, calm.id))).toMatchObject([
    { priority: rankOf("urgent") },
  ]);
  const worse = await says(clinic, "I have trouble breathing", later(5));
  await decide(worse.lastInboundId, "emergency");
  expect(await t.db.select().from(alerts).where(eq(alerts.threadId, calm.id))).toMatchObject([
    { acknowledgedAt: null, endedAt: null },
  ]);
});

test("closing is a decision about the flags too, so the next text does not bring them back", async () => {
  const clinic = await t.given.clinic();
  const thread = await says(clinic, "I have a bad headache since last night");
  const ctx = t.ctxFor(clinic.nurse);
  await closeThread(ctx, { threadId: thread.id, seen: thread.lastInboundId, disposition: "escalated" });
  await says(clinic, "thank you", later(60));
  const { priority, flags } = await urgencyOf(ctx, thread.id);
  expect(priority).toBe("routine");
  expect(flags.length).toBeGreaterThan(0);
  expect(flags.every(({ cleared }) => cleared?.by === clinic.nurse.name)).toBe(true);
});

test("a text that came meanwhile is read first", async () => {
  const clinic = await t.given.clinic();
  const first = await says(clinic, "I have trouble breathing");
  await says(clinic, "and my chest hurts", later(1));
  const deciding = changePriority(t.ctxFor(clinic.nurse), {
    ...{ threadId: first.id, seen: first.lastInboundId, priority: "routine" as const, reason },
  });
  await expect(deciding).rejects.toMatchObject({ code: "conflict" });
  expect((await threadOf(first.id))?.priority).toBe(rankOf("emergency"));
  const flags = await t.db.select().from(redFlags).where(eq(redFlags.threadId, first.id));
  expect(flags.every(({ clearedAt }) => clearedAt === null)).toBe(true);
});

test("is for nurses of the program", async () => {
  const clinic = await t.given.clinic();
  const { id: threadId, lastInboundId: seen } = await says(clinic, "I have trouble breathing");
  const by = async (role: "nurse" | "manager" | "admin") =>
    changePriority(t.ctxFor(await t.given.user(role)), { threadId, seen, priority: "routine", reason });
  for (const role of ["manager", "admin"] as const)
    await expect(by(role)).rejects.toMatchObject({ code: "forbidden" });
  await expect(by("nurse")).rejects.toMatchObject({ code: "not-found" });
  expect((await threadOf(threadId))?.priority).toBe(rankOf("emergency"));
});
