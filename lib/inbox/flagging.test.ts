import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { alerts, measureWindows, messages, patients, phones, redFlags, threads, waits } from "@/db/schema";
import { open } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { arrives, fileAll } from "./arrival-testing";
import { contextsOf } from "./flag-context";
import { flagsOfText } from "./flagging";
import { urgencyOf } from "./queries-urgency";
import { replyToThread } from "./reply";
import { rankOf } from "./types";

const t = testDatabase();
const later = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);

type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;

async function says({ patient, sender }: Clinic, text: string, at = wednesdayMorning) {
  await arrives(t.db, { from: patient.phone.e164, to: sender.number, text, at });
  await fileAll(t.loopCtx({ now: at }));
  const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, patient.phone.id));
  if (!thread) throw new Error("The text was not filed.");
  const flags = await t.db
    .select()
    .from(redFlags)
    .where(eq(redFlags.threadId, thread.id))
    .orderBy(redFlags.messageId, redFlags.id);
  const all = await t.db.select().from(waits).where(eq(waits.threadId, thread.id)).orderBy(waits.since);
  return { thread, flags, waits: all };
}

describe("a text that raises a flag", () => {
  test("is kept with the rule and the sealed words, and makes its conversation as urgent", async () => {
    const { thread, flags, waits } = await says(await t.given.clinic(), "no siento al bebe desde ayer");
    expect(thread).toMatchObject({ priority: rankOf("emergency"), waitingSince: wednesdayMorning });
    expect(waits).toMatchObject([{ priority: rankOf("emergency"), endedAt: null }]);
    const [flag] = flags;
    expect(flag).toMatchObject({
      rule: "fetal_movement",
      priority: "emergency",
      lowered: null,
      clearedAt: null,
    });
    expect(flag && open("red_flags.words", flag.id, flag.words)).toBe("no siento al bebe");
    expect(flag?.messageId).toBe(thread.lastInboundId);
  });

  test("raises a conversation that waits already, and a calm text lowers nothing", async () => {
    const clinic = await t.given.clinic();
    expect((await says(clinic, "Which clinic should I go to?")).thread.priority).toBe(rankOf("routine"));
    const raised = await says(clinic, "I have trouble breathing", later(5));
    expect(raised.thread).toMatchObject({ priority: rankOf("emergency"), waitingSince: wednesdayMorning });
    expect(raised.waits).toMatchObject([{ priority: rankOf("emergency"), since: wednesdayMorning }]);
    expect((await says(clinic, "ok thanks", later(6))).thread.priority).toBe(rankOf("emergency"));
  });

  test("that sounds negated is one to read with care: nothing is more urgent, and nothing is silent", async () => {
    const { thread, flags } = await says(await t.given.clinic(), "I do not have chest pain");
    expect(flags).toMatchObject([{ priority: "review", lowered: "negated" }]);
    expect(thread.priority).toBe(rankOf("routine"));
    expect(await t.db.select().from(alerts).where(eq(alerts.threadId, thread.id))).toEqual([]);
  });

  test("leaves the next wait as urgent as the conversation still is", async () => {
    const clinic = await t.given.clinic();
    const { thread } = await says(clinic, "I have trouble breathing");
    await replyToThread(t.ctxFor(clinic.nurse), {
      ...{ threadId: thread.id, key: t.given.randomId(), body: "Call 911 now.", patientId: null },
      seen: thread.lastInboundId,
    });
    expect((await says(clinic, "thank you", later(9))).waits).toMatchObject([
      { ending: "reply" },
      { priority: rankOf("emergency"), endedAt: null },
    ]);
  });
});

test("a text that only asks, or holds no words, raises nothing", async () => {
  const clinic = await t.given.clinic();
  await arrives(t.db, {
    from: clinic.patient.phone.e164,
    to: clinic.sender.number,
    image: true,
    text: "",
    at: wednesdayMorning,
  });
  expect((await says(clinic, "What is this about?")).flags).toEqual([]);
});

test("a number that nobody knows raises flags too", async () => {
  const { sender } = await t.given.clinic();
  const stranger = await t.given.phone();
  await arrives(t.db, {
    from: stranger.e164,
    to: sender.number,
    text: "I want to kill myself",
    at: wednesdayMorning,
  });
  await fileAll(t.loopCtx());
  const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, stranger.id));
  expect(thread?.priority).toBe(rankOf("emergency"));
});

test("with STOP and an emergency, whatever STOP alone would do, a person has to call and the stop is confirmed", async () => {
  const clinic = await t.given.clinic();
  const at = (seconds: number) => new Date(wednesdayMorning.getTime() + seconds * 1_000);
  const fullPart = `${"so it began like this and then ".repeat(5)}I do have trou`.slice(-153);
  await says(clinic, fullPart);
  const { thread, flags } = await says(clinic, "STOP", at(5));
  expect(flags).toEqual([]);
  const waiting = await says(clinic, "STOP. my baby is not moving", at(9));
  expect(waiting.thread.waitingSince).toEqual(wednesdayMorning);
  expect(await t.db.select().from(alerts).where(eq(alerts.threadId, thread.id))).toHaveLength(1);
  const sent = await t.db.select().from(messages).where(eq(messages.threadId, thread.id));
  expect(sent.flatMap(({ purpose }) => purpose ?? [])).toEqual(["stop_confirmation"]);
});

test("pieces of a long text are read together, and what one said is not said twice", () => {
  const first = `${"so it began like this and then ".repeat(4)}I have trouble `;
  const whole = flagsOfText({ words: "breathing since noon", before: first }, {});
  expect(whole).toMatchObject([{ rule: "breathing", priority: "emergency" }]);
  expect(flagsOfText({ words: "breathing since noon", before: "" }, {})).toEqual([]);
  const again = flagsOfText({ words: "please answer", before: "I have trouble breathing and " }, {});
  expect(again).toEqual([]);
});

test("what is known of the people on a phone comes from months in clear, and nothing is taken for no", async () => {
  const { program } = await t.given.clinic();
  const [unknown, pregnant, mother, infant] = [
    await t.given.patient(program.id),
    await t.given.patient(program.id),
    await t.given.patient(program.id),
    await t.given.patient(program.id),
  ];
  const window = (patientId: string, measureId: string, opensOn: string, closesOn: string) =>
    t.db.insert(measureWindows).values({ patientId, measureId, opensOn, closesOn });
  await window(pregnant.id, "ppc-prenatal-2026", "2025-11-01", "2026-02-28");
  await window(mother.id, "ppc-postpartum-2026", "2025-09-01", "2025-11-30");
  await t.db.update(patients).set({ birthYear: 2026, birthMonth: 1 }).where(eq(patients.id, infant.id));
  const ids = [unknown, pregnant, mother, infant].map(({ phone }) => phone.id);
  const found = await contextsOf(t.loopCtx(), ids);
  expect(ids.map((id) => found.get(id))).toEqual([
    {},
    { isPregnant: true },
    { gaveBirth: true },
    { hasYoungInfant: true },
  ]);
});

describe("read by a nurse", () => {
  test("in words, with why it was lowered; by nobody out of reach", async () => {
    const clinic = await t.given.clinic();
    const { thread } = await says(clinic, "I do not have chest pain");
    expect(await urgencyOf(t.ctxFor(clinic.nurse), thread.id)).toMatchObject({
      priority: "routine",
      flags: [
        { rule: "Chest pain or racing heart", words: "chest pain", lowered: "sounds negated", cleared: null },
      ],
      alert: null,
    });
    await expect(urgencyOf(t.ctxFor(clinic.manager), thread.id)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = t.ctxFor(await t.given.user("nurse"));
    await expect(urgencyOf(stranger, thread.id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("not once the number has passed to somebody else", async () => {
    const clinic = await t.given.clinic();
    const { thread } = await says(clinic, "I have trouble breathing");
    await t.db
      .update(phones)
      .set({ reassignedAt: later(60) })
      .where(eq(phones.id, clinic.patient.phone.id));
    expect((await urgencyOf(t.ctxFor(clinic.nurse, { now: later(61) }), thread.id)).flags).toEqual([]);
  });
});
