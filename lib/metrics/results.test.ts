import { describe, expect, test } from "vitest";
import { actions, campaigns, enrollmentSteps, enrollments } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { startImport } from "@/lib/outcomes/committing";
import { commitOutcomes } from "@/lib/outcomes/loops";
import { uploadOutcomes } from "@/lib/outcomes/uploading";
import { testDatabase } from "@/lib/testing";
import { resultsOf } from "./queries";

const t = testDatabase();

const launch = new Date("2026-02-02T15:00:00Z");
const hoursOn = (hours: number) => new Date(launch.getTime() + hours * 3_600_000);

async function clinic() {
  const manager = await t.given.user("manager");
  const program = await t.given.program({ members: [manager], windowDays: 30 });

  async function campaign(name: string) {
    const row = {
      id: t.given.newId(),
      programId: program.id,
      name,
      state: "running" as const,
      sendGroupId: t.given.newId(),
      createdBy: manager.id,
      createdAt: launch,
      launchedAt: launch,
    };
    await t.db.insert(campaigns).values(row);
    return row;
  }

  async function enroll(campaignId: string, patientId: string, excluded: string | null = null) {
    await t.db.insert(enrollments).values({
      campaignId,
      patientId,
      programId: program.id,
      arm: "outreach",
      language: "en",
      excluded,
      enrolledAt: launch,
    });
  }

  async function step(
    campaignId: string,
    patientId: string,
    became: Partial<typeof enrollmentSteps.$inferInsert> = {},
  ) {
    await t.db.insert(enrollmentSteps).values({
      campaignId,
      patientId,
      step: 1,
      messageId: t.given.newId(),
      threadId: t.given.newId(),
      segments: 2,
      costMicros: 15_000,
      queuedAt: launch,
      ...became,
    });
  }

  async function acts(
    patientId: string,
    occurredOn: string,
    source: "claims" | "clinic" | "staff" | "self_report" | "link" = "clinic",
  ) {
    await t.db.insert(actions).values({
      id: t.given.newId(),
      programId: program.id,
      patientId,
      occurredOn,
      source,
      recordedAt: launch,
    });
  }

  const patient = async () => (await t.given.patient(program.id)).id;
  const results = (campaignId?: string) =>
    resultsOf(t.ctxFor(manager, { now: hoursOn(24 * 5) }), program.id, { campaignId: campaignId ?? null });

  return { manager, program, campaign, enroll, step, acts, patient, results };
}

describe("the funnel", () => {
  test("counts people along the way, each of its whole, and what it cost", async () => {
    const c = await clinic();
    const { id } = await c.campaign("First");
    const [excluded, waiting, failed, arrived, answered, left] = await Promise.all([
      c.patient(),
      c.patient(),
      c.patient(),
      c.patient(),
      c.patient(),
      c.patient(),
    ]);
    await c.enroll(id, excluded, "no_consent");
    for (const one of [waiting, failed, arrived, answered, left]) await c.enroll(id, one);
    await c.step(id, waiting);
    await c.step(id, failed, { sentAt: hoursOn(1), failedAt: hoursOn(2), failure: "unreachable" });
    await c.step(id, arrived, { sentAt: hoursOn(1), deliveredAt: hoursOn(1) });
    await c.step(id, answered, { sentAt: hoursOn(1), deliveredAt: hoursOn(1), repliedAt: hoursOn(3) });
    await c.step(id, left, { sentAt: hoursOn(1), deliveredAt: hoursOn(1), stoppedAt: hoursOn(2) });

    const { funnel } = await c.results();

    expect(funnel.counts).toEqual({
      supplied: 6,
      outreach: 6,
      textable: 5,
      sent: 4,
      delivered: 3,
      replied: 1,
      acted: 0,
      stopped: 1,
    });
    expect(funnel.medianReplySeconds).toBe(2 * 3_600);
    // Four accepted texts of two segments; the one still waiting costs nothing yet.
    expect(funnel).toMatchObject({ segments: 8, costMicros: 60_000 });
  });

  test("a person in two campaigns counts once, and per campaign in each", async () => {
    const c = await clinic();
    const first = await c.campaign("First");
    const second = await c.campaign("Second");
    const both = await c.patient();
    await c.enroll(first.id, both, "stopped");
    await c.enroll(second.id, both);
    await c.step(second.id, both, { sentAt: hoursOn(1), deliveredAt: hoursOn(1), repliedAt: hoursOn(2) });
    await c.step(second.id, both, { step: 2, sentAt: hoursOn(48), repliedAt: hoursOn(50) });

    const all = await c.results();
    const firstOnly = await c.results(first.id);

    expect(all.campaigns.map(({ name }) => name)).toEqual(["Second", "First"]);
    expect(all.funnel.counts).toMatchObject({ supplied: 1, textable: 1, sent: 1, delivered: 1, replied: 1 });
    expect(firstOnly.funnel.counts).toMatchObject({ supplied: 1, textable: 0, sent: 0, replied: 0 });
    expect(firstOnly.funnel.costMicros).toBe(0);
    expect(all.funnel.segments).toBe(4);
  });

  test("a reply proves sending and arrival where the carrier stayed silent, so no share passes 100 %", async () => {
    const c = await clinic();
    const { id } = await c.campaign("First");
    const one = await c.patient();
    await c.enroll(id, one);
    await c.step(id, one, { repliedAt: hoursOn(2) });
    const other = await c.patient();
    await c.enroll(id, other);
    await c.step(id, other, { stoppedAt: hoursOn(2), failure: "unknown" });

    const { funnel } = await c.results();
    expect(funnel.counts).toMatchObject({ sent: 2, delivered: 1, replied: 1, stopped: 1 });
  });

  test("people and actions of another program are not in it", async () => {
    const here = await clinic();
    const there = await clinic();
    const one = await here.patient();
    for (const c of [here, there]) await c.enroll((await c.campaign("Same")).id, one);
    await there.acts(one, "2026-02-03");

    expect((await here.results()).funnel.counts).toMatchObject({ supplied: 1, acted: 0 });
    expect((await there.results()).funnel.counts).toMatchObject({ supplied: 1, acted: 1 });
  });
});

describe("the desired action", () => {
  // 23:30 on 2 February in New York is already the 3rd in UTC; the window ends on 4 March.
  const lateEvening = new Date("2026-02-03T04:30:00Z");

  async function textedLate() {
    const c = await clinic();
    const { id } = await c.campaign("First");
    const one = await c.patient();
    await c.enroll(id, one);
    await c.step(id, one, { sentAt: lateEvening });
    return { ...c, one };
  }

  test.each([
    ["2026-02-01", 0],
    ["2026-02-02", 1],
    ["2026-03-04", 1],
    ["2026-03-05", 0],
  ])("on %s counts %i: from the local day of the first text to the last of 30 days", async (day, acted) => {
    const { one, acts, results } = await textedLate();
    await acts(one, day);
    expect((await results()).funnel.counts.acted).toBe(acted);
  });

  test("counts once, under the strongest evidence inside the window", async () => {
    const { one, acts, results } = await textedLate();
    await acts(one, "2026-01-05", "claims");
    await acts(one, "2026-02-10", "self_report");
    await acts(one, "2026-02-12", "clinic");

    const { funnel } = await results();
    expect(funnel.counts.acted).toBe(1);
    expect(funnel.actedBy).toEqual({ clinic: 1 });
  });

  test("of somebody who could not be texted counts from enrollment, of everybody supplied", async () => {
    const c = await clinic();
    const { id } = await c.campaign("First");
    const [early, inside] = [await c.patient(), await c.patient()];
    for (const one of [early, inside]) await c.enroll(id, one, "no_phone");
    await c.acts(early, "2026-02-01", "staff");
    await c.acts(inside, "2026-02-02", "staff");

    const { funnel } = await c.results();
    expect(funnel.counts).toMatchObject({ supplied: 2, textable: 0, sent: 0, acted: 1 });
    expect(funnel.actedBy).toEqual({ staff: 1 });
  });

  test("says for how many the window is still open", async () => {
    const { manager, program, results } = await textedLate();
    const lastDay = t.ctxFor(manager, { now: new Date("2026-03-05T04:59:00Z") });
    const over = t.ctxFor(manager, { now: new Date("2026-03-05T05:00:00Z") });

    expect((await results()).funnel.windowOpen).toBe(1);
    expect((await resultsOf(lastDay, program.id)).funnel.windowOpen).toBe(1);
    expect((await resultsOf(over, program.id)).funnel.windowOpen).toBe(0);
  });
});

describe("replies over time", () => {
  test("stand at the local day of the first reply, without gaps, and sum up to who replied", async () => {
    const c = await clinic();
    const { id } = await c.campaign("First");
    const [soon, late] = [await c.patient(), await c.patient()];
    for (const one of [soon, late]) await c.enroll(id, one);
    await c.step(id, soon, { sentAt: hoursOn(0), repliedAt: hoursOn(1) });
    await c.step(id, soon, { step: 2, sentAt: hoursOn(24), repliedAt: hoursOn(25) });
    // 22:00 on the 4th in New York.
    await c.step(id, late, { sentAt: hoursOn(0), repliedAt: hoursOn(60) });

    const { replies } = await c.results();

    expect(replies.unit).toBe("day");
    expect(replies.slots).toEqual([
      { from: "2026-02-02T00:00", people: 1 },
      { from: "2026-02-03T00:00", people: 0 },
      { from: "2026-02-04T00:00", people: 1 },
      { from: "2026-02-05T00:00", people: 0 },
      { from: "2026-02-06T00:00", people: 0 },
      { from: "2026-02-07T00:00", people: 0 },
    ]);
  });

  test("come by the hour in the first two days and by the week after ninety", async () => {
    const c = await clinic();
    const { id } = await c.campaign("First");
    const one = await c.patient();
    await c.enroll(id, one);
    await c.step(id, one, { sentAt: hoursOn(0), repliedAt: hoursOn(1.5) });

    const at = async (hours: number) =>
      (await resultsOf(t.ctxFor(c.manager, { now: hoursOn(hours) }), c.program.id)).replies;
    const firstHours = await at(2.9);
    const months = await at(24 * 120);

    expect(firstHours).toEqual({
      unit: "hour",
      slots: [
        { from: "2026-02-02T10:00", people: 0 },
        { from: "2026-02-02T11:00", people: 1 },
        { from: "2026-02-02T12:00", people: 0 },
      ],
    });
    expect(months.unit).toBe("week");
    expect(months.slots[0]).toEqual({ from: "2026-02-02T00:00", people: 1 });
    expect(months.slots.reduce((sum, { people }) => sum + people, 0)).toBe(1);
  });
});

describe("who may look", () => {
  test("a program without a campaign gives zeros", async () => {
    const { results } = await clinic();
    const { campaigns: none, funnel, replies } = await results();

    expect(none).toEqual([]);
    expect(new Set(Object.values(funnel.counts))).toEqual(new Set([0]));
    expect(funnel).toMatchObject({ actedBy: {}, windowOpen: 0, medianReplySeconds: null, costMicros: 0 });
    expect(replies).toEqual({ unit: "day", slots: [] });
  });

  test.each(["nurse", "admin"] as const)("a %s may not", async (role) => {
    const { program } = await clinic();
    const other = await t.given.user(role);
    await expect(resultsOf(t.ctxFor(other), program.id)).rejects.toThrow(Forbidden);
  });

  test("another program, its campaign, a draft and an address that is no id are not found", async () => {
    const here = await clinic();
    const there = await clinic();
    const theirs = await there.campaign("Theirs");
    const draft = { ...(await here.campaign("Sent")), id: t.given.newId(), launchedAt: null };
    await t.db.insert(campaigns).values({ ...draft, state: "draft" });
    const ctx = t.ctxFor(here.manager);

    await expect(resultsOf(ctx, there.program.id)).rejects.toThrow(NotFound);
    await expect(resultsOf(ctx, "costs")).rejects.toThrow(NotFound);
    for (const campaignId of [theirs.id, draft.id, "x"])
      await expect(resultsOf(ctx, here.program.id, { campaignId })).rejects.toThrow(NotFound);
  });
});

test("an imported file of claims moves who acted, and one of touches does not", async () => {
  const c = await clinic();
  const { id } = await c.campaign("First");
  const [came, stayed] = [await t.given.patient(c.program.id), await t.given.patient(c.program.id)];
  for (const one of [came, stayed]) await c.enroll(id, one.id);
  expect((await c.results()).funnel.counts).toMatchObject({ supplied: 2, acted: 0 });

  const ctx = t.ctxFor(c.manager, { now: hoursOn(24 * 5) });
  async function bring(kind: "claims" | "touches", file: string) {
    async function* stream() {
      yield Buffer.from(file);
    }
    const what = { programId: c.program.id, kind, codes: [], fileName: "x.csv" };
    await startImport(ctx, { fileId: await uploadOutcomes(ctx, { ...what, stream: stream() }) });
    while ((await commitOutcomes(t.loopCtx())) > 0);
  }
  await bring("touches", `member_id,date,channel\n${stayed.member},2026-02-03,postcard\n`);
  expect((await c.results()).funnel.counts).toMatchObject({ acted: 0 });
  await bring("claims", `member_id,dos,code\n${came.member},2026-02-03,99381\n`);

  const { funnel } = await c.results();
  expect(funnel.counts).toMatchObject({ supplied: 2, acted: 1 });
  expect(funnel.actedBy).toEqual({ claims: 1 });
});
