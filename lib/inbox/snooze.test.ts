import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { alerts, staffedHours, threads } from "@/db/schema";
import { Blocked, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimThread } from "./claim";
import { closeThread } from "./closing";
import { conversations } from "./conversation-testing";
import { PutOffInput } from "./inputs";
import { bringBack, putOff, wakeThreads } from "./snooze";

const t = testDatabase();
const { text, threadOf, eventsOf, waitsOf, colleague } = conversations(t, wednesdayMorning);
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  // What another test put off would wake here.
  await t.db.update(threads).set({ snoozedUntil: null, snoozedBy: null });
  clinic = await t.given.clinic();
});

const at = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);
const nurse = (minutes = 0) => t.ctxFor(clinic.nurse, { now: at(minutes) });
const says = (words: string, minutes = 0) =>
  text({ from: clinic.patient.phone, to: clinic.sender }, words, at(minutes));
const thread = () => threadOf(clinic.patient.phone.id);

async function waiting() {
  await says("call me tomorrow");
  return thread();
}

const inAnHour = ({ id, lastInboundId }: { id: string; lastInboundId: string | null }, more = {}) =>
  PutOffInput.parse({ threadId: id, seen: lastInboundId, until: "hour", ...more });

describe("putting off", () => {
  test("takes it out of the queue and out of everybody's hands; the wait goes on counting", async () => {
    const asked = await waiting();
    await claimThread(nurse(), { threadId: asked.id });
    await putOff(nurse(1), inAnHour(asked, { words: "She is at work until noon" }));
    expect(await thread()).toMatchObject({
      ...{ snoozedUntil: at(61), snoozedBy: clinic.nurse.id, claimedBy: null, claimedUntil: null },
      waitingSince: wednesdayMorning,
    });
    expect((await eventsOf(asked.id)).at(-1)).toEqual({
      ...{ kind: "snoozed", userId: clinic.nurse.id },
      ...{ words: "She is at work until noon", details: { until: at(61).toISOString() } },
    });
    expect(await t.auditOf("thread.snoozed")).toContainEqual({
      ...{ actorId: clinic.nurse.id, programId: clinic.program.id },
      details: { threadId: asked.id, until: at(61).toISOString() },
    });
    expect(await t.feedOf("thread.changed")).toContainEqual({
      ...{ programId: clinic.program.id, threadId: asked.id },
    });
  });

  test("is refused for a text that was not seen, for what a colleague holds, and for what is closed", async () => {
    const asked = await waiting();
    await says("no, call now", 1);
    await expect(putOff(nurse(2), inAnHour(asked))).rejects.toThrow("newer text");

    const dana = await colleague(clinic.program.id);
    await claimThread(t.ctxFor(dana), { threadId: asked.id });
    await expect(putOff(nurse(2), inAnHour(await thread()))).rejects.toThrow(dana.name);

    const seen = (await thread()).lastInboundId;
    await closeThread(t.ctxFor(dana), { threadId: asked.id, seen, disposition: "answered" });
    await expect(putOff(nurse(2), inAnHour(await thread()))).rejects.toThrow(Conflict);
    expect((await thread()).snoozedUntil).toBeNull();
  });

  test("an emergency can be put off only once somebody acknowledged it", async () => {
    const asked = await waiting();
    await t.db.insert(alerts).values({
      ...{ id: t.given.newId(), threadId: asked.id, programId: clinic.program.id },
      ...{ raisedAt: at(0), escalatesAt: at(10) },
    });
    await expect(putOff(nurse(), inAnHour(asked))).rejects.toThrow(Blocked);
    expect((await thread()).snoozedUntil).toBeNull();
    await t.db
      .update(alerts)
      .set({ acknowledgedAt: at(1), acknowledgedBy: clinic.nurse.id })
      .where(eq(alerts.threadId, asked.id));
    await putOff(nurse(1), inAnHour(asked));
    expect((await thread()).snoozedUntil).toEqual(at(61));
  });

  test("to a time of the program's zone, this afternoon, or when it is staffed next", async () => {
    const asked = await waiting();
    await t.db
      .insert(staffedHours)
      .values(
        [5, 1].map((weekday) => ({ programId: clinic.program.id, weekday, opens: "09:00", closes: "17:00" })),
      );
    const until = async (more: object, minutes = 0) => {
      await putOff(nurse(minutes), inAnHour(asked, more));
      return (await thread()).snoozedUntil?.toISOString();
    };
    // A Wednesday, 15:30 in New York.
    expect(await until({ until: "staffed" })).toBe("2026-03-06T14:00:00.000Z");
    expect(await until({ until: "at", day: "2026-03-05", time: "08:15" })).toBe("2026-03-05T13:15:00.000Z");
    expect(await until({ until: "afternoon" }, -120)).toBe("2026-03-04T19:00:00.000Z");
    // The clocks have gone forward by then.
    expect(await until({ until: "at", day: "2026-03-09", time: "08:15" })).toBe("2026-03-09T12:15:00.000Z");
  });

  test("to a time that is over, or too far off, is refused in words", async () => {
    const asked = await waiting();
    for (const more of [
      { until: "afternoon" },
      { until: "at", day: "2026-03-04", time: "15:00" },
      { until: "at", day: "2027-03-04", time: "15:00" },
    ])
      await expect(putOff(nurse(), inAnHour(asked, more))).rejects.toThrow(Invalid);
    const { error } = PutOffInput.safeParse({ threadId: asked.id, seen: "", until: "at", day: "soon" });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["day", "Choose a day."],
      ["time", "Choose a time, such as 2:30 pm."],
    ]);
  });
});

describe("waking", () => {
  test("a text from the patient wakes it at once, and it waits since the first unanswered one", async () => {
    const asked = await waiting();
    await putOff(nurse(1), inAnHour(asked));
    await says("now it hurts", 20);
    expect(await thread()).toMatchObject({
      ...{ snoozedUntil: null, snoozedBy: null, waitingSince: wednesdayMorning },
    });
    expect((await eventsOf(asked.id)).at(-1)).toMatchObject({
      kind: "woken",
      userId: null,
      details: { by: "text" },
    });
    expect(await t.auditOf("thread.woken")).toContainEqual({
      ...{ actorId: null, programId: clinic.program.id, details: { threadId: asked.id } },
    });
    expect(await wakeThreads(t.loopCtx({ now: at(90) }))).toBe(0);
  });

  test("its time wakes it, once, with the wait that it had", async () => {
    const asked = await waiting();
    await putOff(nurse(1), inAnHour(asked));
    expect(await wakeThreads(t.loopCtx({ now: at(60) }))).toBe(0);
    const runs = await Promise.all([61, 61].map((m) => wakeThreads(t.loopCtx({ now: at(m) }))));
    expect(runs.reduce((sum, n) => sum + n)).toBe(1);
    expect(await thread()).toMatchObject({ snoozedUntil: null, waitingSince: wednesdayMorning });
    expect((await eventsOf(asked.id)).at(-1)).toMatchObject({
      kind: "woken",
      userId: null,
      details: { by: "time" },
    });
    expect(await waitsOf(asked.id)).toHaveLength(1);
  });

  test("where nobody waited, somebody does from then on", async () => {
    const { id } = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);
    await putOff(nurse(), inAnHour(await thread()));
    await wakeThreads(t.loopCtx({ now: at(75) }));
    expect(await thread()).toMatchObject({ snoozedUntil: null, waitingSince: at(75) });
    expect(await waitsOf(id)).toMatchObject([{ since: at(75), endedAt: null, programId: clinic.program.id }]);
  });

  test("a nurse brings it back before; of two one does", async () => {
    const asked = await waiting();
    await putOff(nurse(), inAnHour(asked));
    const outcomes = await Promise.allSettled([1, 2].map(() => bringBack(nurse(5), { threadId: asked.id })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await thread()).snoozedUntil).toBeNull();
    expect((await eventsOf(asked.id)).at(-1)).toMatchObject({
      ...{ kind: "woken", userId: clinic.nurse.id, details: { by: "person" } },
    });
  });

  test("closing ends it", async () => {
    const asked = await waiting();
    await putOff(nurse(), inAnHour(asked));
    await closeThread(nurse(2), { threadId: asked.id, seen: asked.lastInboundId, disposition: "answered" });
    expect(await thread()).toMatchObject({ snoozedUntil: null, snoozedBy: null });
    expect(await wakeThreads(t.loopCtx({ now: at(90) }))).toBe(0);
    expect(await t.db.select().from(threads).where(eq(threads.id, asked.id))).toMatchObject([
      { waitingSince: null },
    ]);
  });
});

test("others neither put it off nor bring it back", async () => {
  const asked = await waiting();
  const elsewhere = await t.given.clinic();
  for (const [ctx, refused] of [
    [t.ctxFor(elsewhere.nurse), NotFound],
    [t.ctxFor(clinic.manager), Forbidden],
  ] as const) {
    await expect(putOff(ctx, inAnHour(asked))).rejects.toThrow(refused);
    await expect(bringBack(ctx, { threadId: asked.id })).rejects.toThrow(refused);
  }
});
